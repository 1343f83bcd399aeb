package import EcosystemModel

extension ExampleRows {
  /// A few rows of a table, its headers first, as CSV without any quotation marks.
  package static func text(of table: TableName) -> String {
    switch table {
    case .companies:
      """
      name,id,kind,region,time_zone,parent,url,tags,tier
      Aurora Pharma,aurora,biopharma,Europe,Europe/London,,https://example.org/aurora,illustrative|example-row,1
      Borealis Digital,borealis,digital,Japan,Asia/Tokyo,,https://example.org/borealis,illustrative|example-row,1
      Cirrus Health,cirrus,biopharma,Europe,Europe/Zurich,,,illustrative|example-row,2
      """
    case .functions:
      """
      name,company,id,region,work_hours,tags
      Alliance Management,Aurora Pharma,aurora-am,Europe,09:00-17:00,illustrative|example-row
      Development,Aurora Pharma,aurora-dev,Europe,09:00-17:00,illustrative|example-row
      Commercial,Aurora Pharma,aurora-com,Europe,09:00-17:00,illustrative|example-row
      Alliance Management,Borealis Digital,borealis-am,Japan,09:00-18:00,illustrative|example-row
      Development,Borealis Digital,borealis-dev,Japan,09:00-18:00,illustrative|example-row
      Commercial,Borealis Digital,borealis-com,Japan,09:00-18:00,illustrative|example-row
      """
    case .people:
      """
      name,company,function,title,seniority,manager,capacity_hours,kind,tags
      Ada Winter,Aurora Pharma,aurora-am,Alliance Manager,3,Gwen Frost,60,person,illustrative|example-row
      Ben Hollis,Aurora Pharma,aurora-dev,Head of Development,3,Gwen Frost,40,person,illustrative|example-row
      Cleo Marsh,Aurora Pharma,aurora-com,Head of Marketing,3,Gwen Frost,40,person,illustrative|example-row
      Gwen Frost,Aurora Pharma,,Chief Operating Officer,1,,20,person,illustrative|example-row
      Daichi Mori,Borealis Digital,borealis-am,Alliance Manager,3,Haru Endo,60,person,illustrative|example-row
      Emi Sato,Borealis Digital,borealis-dev,Head of Products,3,Haru Endo,40,person,illustrative|example-row
      Borealis commercial lead,Borealis Digital,borealis-com,,3,Haru Endo,40,seat,illustrative|example-row
      Haru Endo,Borealis Digital,,President,1,,20,person,illustrative|example-row
      """
    case .affiliations:
      """
      person,company,since,until,tags
      Emi Sato,Aurora Pharma,2012,2018-04,illustrative|example-row
      Emi Sato,Borealis Digital,2018-04,,illustrative|example-row
      """
    case .alliances:
      """
      name,companies,kind,stage,area,since,manager,north_star,value_usd,tags
      Northlight,Aurora Pharma|Borealis Digital,co-development,development,neurology,2019-03,Ada Winter,Every patient is found in time,120000000,illustrative|example-row
      """
    case .programs:
      """
      name,alliance,stage,lead,since,tags
      Polar 1,Northlight,development,Ben Hollis,2019-06-15,illustrative|example-row
      """
    case .committees:
      """
      name,id,kind,alliance,parent,cadence,hours,prep_hours,quorum,decides,approval_rate,max_days,chartered,tags
      Joint Steering Committee,jsc,JSC,Northlight,,quarterly,3,4,2,Strategy|Budget,0.9,60,2019-03,illustrative|example-row
      Joint Development Committee,jdc,JDC,Northlight,jsc,monthly,2,3,2,Development plan,0.75,30,2019-03,illustrative|example-row
      Joint Commercial Committee,jcc,JCC,Northlight,jsc,monthly,2,2,2,Launch plan,0.8,30,2019-09,illustrative|example-row
      """
    case .memberships:
      """
      person,committee,role,since,tags
      Gwen Frost,jsc,co-chair,2019-03,illustrative|example-row
      Haru Endo,jsc,co-chair,2019-03,illustrative|example-row
      Ada Winter,jsc,member,2019-03,illustrative|example-row
      Daichi Mori,jsc,member,2019-03,illustrative|example-row
      Ben Hollis,jdc,co-chair,2019-03,illustrative|example-row
      Emi Sato,jdc,co-chair,2019-03,illustrative|example-row
      Ada Winter,jdc,member,2019-03,illustrative|example-row
      Daichi Mori,jdc,member,2019-03,illustrative|example-row
      Cleo Marsh,jcc,chair,2019-09,illustrative|example-row
      Borealis commercial lead,jcc,member,2019-09,illustrative|example-row
      Ada Winter,jcc,member,2019-09,illustrative|example-row
      Daichi Mori,jcc,member,2019-09,illustrative|example-row
      """
    case .relationships:
      """
      from,to,kind,directed,weight,owner,label,since,tags
      aurora-dev,borealis-dev,works with,no,8,Ben Hollis,counterparts,2019-03,illustrative|example-row
      aurora-com,borealis-com,works with,no,4,Cleo Marsh,counterparts,2019-09,illustrative|example-row
      Borealis Digital,Cirrus Health,supplies,yes,2,Haru Endo,analytics,2017,illustrative|example-row
      """
    case .handoffs:
      """
      from,to,what,stage,hours,owner,alliance,per_year,channel,tags
      aurora-dev,borealis-dev,study data,development,24,Ben Hollis,Northlight,12,shared workspace,illustrative|example-row
      borealis-dev,aurora-dev,analysed data,development,72,Emi Sato,Northlight,12,shared workspace,illustrative|example-row
      borealis-dev,borealis-com,claims,launch,48,Emi Sato,Northlight,2,e-mail,illustrative|example-row
      """
    case .conflicts:
      """
      a,b,reason,cooling_off_days,tags
      Northlight,Cirrus Health,competing product,180,illustrative|example-row
      """
    case .decisions:
      """
      matter,body,right,stage,step,days,owner,tags
      Budget,jsc,decides,,,,Ada Winter,illustrative|example-row
      Budget,jdc,consulted,,,14,,illustrative|example-row
      Budget,jcc,consulted,,,14,,illustrative|example-row
      Budget,Gwen Frost,approves,,1,10,,illustrative|example-row
      Budget,Haru Endo,approves,,1,15,,illustrative|example-row
      Claims at launch,jcc,decides,launch,,,Cleo Marsh,illustrative|example-row
      Claims at launch,jsc,informed,launch,,,,illustrative|example-row
      """
    case .scores:
      """
      subject,measure,value,date,scale,tags
      Northlight,health,3,2019-12,1-5,illustrative|example-row
      Northlight,health,4,2020-06,1-5,illustrative|example-row
      """
    case .views:
      """
      name,kind,where,focus,steps,group,size,colour,layout,title,tags
      governance,governance,,,,,,,,Northlight: who decides,illustrative|example-row
      partners,ecosystem,,,,,,region,,Who works with whom,illustrative|example-row
      people,people,,,,,,,,Who sits where,illustrative|example-row
      around-emi,focus,,Emi Sato,2,,,,,What surrounds Emi Sato,illustrative|example-row
      """
    case .places: ""
    }
  }
}
