/** The page with what waits for a user. */
export const actionMessages = {
  title: 'My actions',
  list: 'Actions',
  intro:
    'What is not satisfied or not assessed for the ICT assets that you and your groups own. What ends the most risk for the least effort comes first.',
  introGroup:
    'What is not satisfied or not assessed for the ICT assets that {{group}} and the groups below it own. What ends the most risk for the least effort comes first.',
  count_one: '{{count, number}} action',
  count_other: '{{count, number}} actions',
  status: 'Status',
  group: 'Owner',
  mine: 'Me and my groups',
  all: 'All',
  notSatisfied: 'Not satisfied ({{amount, number}})',
  notAssessed: 'Not assessed ({{amount, number}})',
  severity: {
    critical: 'critical severity',
    high: 'high severity',
    medium: 'medium severity',
    low: 'low severity',
  },
  effort: {
    minutes: 'takes minutes',
    hours: 'takes hours',
    days: 'takes days',
    weeks: 'takes weeks',
  },
  effortNote: 'Efforts are estimates.',
  since: '(since {{time}})',
  what: 'What to do:',
  control: '{{code}} {{title}}',
  nothing: 'Nothing waits for you',
  nothingExplanation:
    'Every control that applies to the ICT assets that you and your groups own is satisfied.',
  noAssets: 'You and your groups own no ICT assets that you may read',
  noAssetsExplanation:
    'Assets belong to the group or user that is named as spec.owner in their catalog file.',
  more: 'All actions',
  noneOfStatus: 'No action has this status.',
  pending:
    'Controls are being assessed for the first time. What asks for work is listed as soon as that is known.',
  nothingToDo: 'Nothing to do',
  noAssetsOfGroup: 'There are no ICT assets here that you may read',
  first: 'What to do first',
  nothingOfGroup:
    'Every control that applies to these ICT assets is satisfied.',
  allOfGroup_one: 'The action of this team',
  allOfGroup_other: 'All {{count, number}} actions of this team',
} as const;
