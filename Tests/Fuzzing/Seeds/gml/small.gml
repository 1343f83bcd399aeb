Creator "yFiles"
graph [
  directed 1
  node [ id 0 label "Aldgate" sector "bank" graphics [ x 1 y 2 ] ]
  node [ id 1 label "Birch &#38; Co" ]
  node [ id 2 label "Corvo" ]
  edge [ source 0 target 1 value 3.5 ]
  edge [ source 1 target 2 label "supplies" ]
]
