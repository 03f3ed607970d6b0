/** The record of an ICT asset, and its review. */
export const recordMessages = {
  title: 'ICT asset',
  complete: 'The record is complete',
  missing_one: '{{count, number}} of {{total, number}} fields is missing',
  missing_other: '{{count, number}} of {{total, number}} fields are missing',
  law: 'Fields required by RTS 2024/1774 Art 4(2)(b).',
  edit: 'Edit the entity ↗',
  add: 'Missing. Add {{path}}',
  continuity: 'RTO {{rto}}, RPO {{rpo}}',
  problems_one: "{{count, number}} value can't be read",
  problems_other: "{{count, number}} values can't be read",
  // The names of the fields, in the words of the RTS.
  field: {
    id: 'Unique identifier',
    location: 'Location',
    classification: 'Classification',
    owner: 'Owner',
    functions: 'Business functions supported',
    continuity: 'RTO and RPO',
    exposure: 'Exposure to external networks',
    links: 'Links and interdependencies',
    support: 'End of support',
  },
  unclassified:
    'Neither this asset nor anything that uses it is classified. Add spec.dora.classification to the entity, or name the business functions it supports in spec.dora.functions.',
  ownCriticality: 'The asset itself declares this criticality.',
  declaredTooLow: 'The declared criticality is too low',
  declaredTooLowExplanation:
    'Declared: {{declared}}. Inherited from what uses the asset: {{computed}}. The inherited criticality applies. Correct spec.dora.classification.criticality, or the links of the entities that use the asset.',
  deploys: 'What this pipeline can deploy',
  deploysNothing:
    'No known asset. Name what it deploys in spec.dora.pipeline.deploys.',
  ownedBy: 'owned by {{owner}}',
  unowned: 'without an owner that you may read',
  review: {
    open: 'Review record',
    overdue: 'Review overdue {{since}}',
    last: 'Last reviewed on {{day}}.',
    lastBy: 'Last reviewed on {{day}} by {{reviewer}}.',
    next: 'Next review {{due}}.',
    title: 'Review {{title}}',
    record: 'Record of {{title}}',
    statement:
      'If you confirm, you state under your name, as of today, that this record is correct:',
    note: 'Note',
    optional: 'optional',
    cancel: 'Cancel',
    confirm: 'Confirm review',
    scroll: 'The record continues below. Scroll to the end to confirm it.',
    changed: 'The record has changed since you opened it',
    changedExplanation:
      'Your review was not recorded. The current record is shown below. Read it before you confirm it.',
    failed: 'The review was not recorded',
  },
} as const;
