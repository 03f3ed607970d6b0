/** The card of systems, domains and groups. */
export const partMessages = {
  title: 'Compliance of the ICT assets',
  findings: 'with findings',
  notAssessed: 'with controls not assessed',
  notScored: 'not scored yet',
  reviews: 'not reviewed, or review overdue',
  assets: 'ICT assets in total',
  figure: '{{number}} {{name}}',
  changes_one: '{{count, number}} status changed in the last 7 days',
  changes_other: '{{count, number}} statuses changed in the last 7 days',
  changesMoreThan:
    'More than {{amount, number}} statuses changed in the last 7 days',
  counted: {
    system: 'Counts the assets of this system that you may read.',
    domain:
      'Counts the assets of the systems of this domain that you may read.',
    group:
      'Counts the assets that this group and the groups below it own and that you may read, as its scorecard does.',
    alone:
      'Counts the assets that this group itself owns and that you may read. More than 100 groups are below it: the scorecard counts their assets, too.',
  },
  nothing: {
    system: 'This system has no ICT assets that you may read.',
    domain: 'The systems of this domain have no ICT assets that you may read.',
    group:
      'This group and the groups below it own no ICT assets that you may read.',
    alone: 'This group itself owns no ICT assets that you may read.',
  },
  none: 'This domain has no systems. Set spec.domain in the catalog file of a system to assign it to the domain.',
  'too-many':
    'This domain has more than 100 systems, which are too many for one list. The cards of its systems have the numbers.',
} as const;
