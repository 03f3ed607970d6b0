/** Scorecards. */
export const scorecardMessages = {
  title: 'Scorecard',
  owned: {
    alone_one: '{{count, number}} asset that this group owns.',
    alone_other: '{{count, number}} assets that this group owns.',
    within_one:
      '{{count, number}} asset that this group and {{groups, number}} groups below it own.',
    within_other:
      '{{count, number}} assets that this group and {{groups, number}} groups below it own.',
  },
  readable: 'Assets that you may not read are not counted.',
  nothing:
    'This group and the groups below it own no ICT assets that you may read. Set spec.owner in the catalog file of an asset to assign it to the group.',
  coverage: 'Coverage',
  coverageMeaning: 'Controls that could be assessed, of those that apply.',
  compliance: 'Compliance',
  complianceMeaning:
    'Satisfied controls, of those that were assessed, weighted by severity.',
  percent: '{{value, number(style: percent; maximumFractionDigits: 0)}}',
  noPercent: 'No value',
  formula: 'How the two numbers are computed (version {{version, number}})',
  formulaCoverage:
    'Coverage: pairs of an asset and a control with an answer (satisfied, risk accepted, not satisfied), divided by all pairs that apply. A pair that was not assessed, or not yet, has no answer.',
  formulaCompliance:
    'Compliance: the weight of satisfied pairs divided by the weight of all pairs with an answer. A critical control counts 8, a high one 4, a medium one 2, a low one 1, by its severity at the criticality of the asset. An asset without a classification counts as the most critical.',
  matrix: 'Assets and controls, the greatest risk first',
  matrixHelp: 'Arrow keys move between cells. Enter opens a control.',
  asset: 'Asset',
  cell: '{{asset}}, {{code}} {{title}}: {{status}}',
  legend: 'Legend',
} as const;
