/** The scorecard of the organization, and comparisons of its parts. */
export const organizationMessages = {
  title: 'Scorecard',
  whole: 'Whole organization',
  scope: '{{kind}}: {{name}}',
  kind: {
    group: 'Team',
    system: 'System',
    domain: 'Domain',
    function: 'Business function',
    criticality: 'Criticality',
    asset: 'ICT asset',
  },
  // Assets name it as their owner, and the catalog does not have it.
  notInCatalog: 'Not in the catalog',
  ownerGone:
    'The catalog has no such owner. Correct spec.owner in the catalog files of these ICT assets.',
  // What belongs to no part of a kind.
  none: {
    group: 'No owner',
    system: 'No system',
    function: 'No business function',
  },
  extent: {
    organization_one: '{{count, number}} ICT asset.',
    organization_other: '{{count, number}} ICT assets.',
    system_one: '{{count, number}} ICT asset of this system.',
    system_other: '{{count, number}} ICT assets of this system.',
    domain_one: '{{count, number}} ICT asset of the systems of this domain.',
    domain_other: '{{count, number}} ICT assets of the systems of this domain.',
    function_one:
      '{{count, number}} ICT asset supports this business function, directly or through other assets.',
    function_other:
      '{{count, number}} ICT assets support this business function, directly or through other assets.',
    criticality_one: '{{count, number}} ICT asset of this criticality.',
    criticality_other: '{{count, number}} ICT assets of this criticality.',
    none: {
      group_one:
        '{{count, number}} ICT asset has no owner. Set spec.owner in its catalog file.',
      group_other:
        '{{count, number}} ICT assets have no owner. Set spec.owner in their catalog files.',
      system_one:
        '{{count, number}} ICT asset is part of no system. Set spec.system in its catalog file.',
      system_other:
        '{{count, number}} ICT assets are part of no system. Set spec.system in their catalog files.',
      function_one:
        '{{count, number}} ICT asset supports no business function that is in the catalog.',
      function_other:
        '{{count, number}} ICT assets support no business function that is in the catalog.',
    },
  },
  nothing: 'There are no ICT assets here that you may read.',
  partial:
    'You may not read the whole catalog. The numbers on this page are computed from the assets that you may read.',
  export: 'Export as CSV',
  exportFailed: 'The scorecard could not be exported',
  month: {
    higher_one:
      '{{count, number}} percentage point higher than on {{day}} ({{share}}).',
    higher_other:
      '{{count, number}} percentage points higher than on {{day}} ({{share}}).',
    higherSlightly:
      'Less than one percentage point higher than on {{day}} ({{share}}).',
    lower_one:
      '{{count, number}} percentage point lower than on {{day}} ({{share}}).',
    lower_other:
      '{{count, number}} percentage points lower than on {{day}} ({{share}}).',
    lowerSlightly:
      'Less than one percentage point lower than on {{day}} ({{share}}).',
    same: 'The same as on {{day}}.',
    began: 'On {{day}} there was no value.',
    ended: 'No value now. On {{day}} it was {{share}}.',
    none: 'On {{day}} there was no value either.',
    unknown: 'There is no score of a month ago to compare with.',
    reconstructed:
      'The score of {{day}} is reconstructed from the evidence that is known today, so that a part of the difference may be evidence that nobody collected then.',
  },
  // In cells of a table: whole percentage points since a month ago.
  short: {
    higher: '▲ {{points, number}} in a month',
    lower: '▼ {{points, number}} in a month',
    same: 'unchanged in a month',
  },
  noMonth:
    'The comparison with a month ago is only available to readers of the whole catalog.',
  comparison: 'Parts of the organization',
  by: {
    group: 'Teams',
    system: 'Systems',
    function: 'Business functions',
    criticality: 'Criticality',
  },
  explained: {
    group:
      'Each line counts what the team itself owns. The scorecard of a team also counts what the groups below it own.',
    system: 'Each asset is part of one system at most.',
    function:
      'An asset that supports several business functions is counted for each of them.',
    criticality:
      'The effective criticality of the assets. Controls on an asset without a classification count as for the most critical ones.',
  },
  order: {
    label: 'Order',
    name: 'By name',
    findings: 'Most findings first',
  },
  assets: 'Assets',
  breakdown: 'Areas and layers',
  areas: 'Scores by area',
  layers: 'Scores by layer',
  area: {
    heading: 'Area',
    'risk-identification': 'Risk identification',
    'access-and-segregation': 'Access and segregation of duties',
    'change-and-integrity': 'Change and integrity',
    'logging-and-monitoring': 'Logging and monitoring',
    resilience: 'Resilience',
  },
  layer: {
    heading: 'Layer',
    governance: 'Governance and ICT risk',
    'ci-cd': 'CI/CD as regulated systems',
    'change-management': 'Change management',
    evidence: 'Evidence',
    production: 'Production and operations',
    'cross-cutting': 'Cross-cutting',
    other: 'Other',
  },
  pipeline: 'Pipeline',
} as const;
