/** The widgets of the home page. */
export const homeMessages = {
  actions: {
    title: 'My actions',
    description:
      'What is not satisfied or not assessed for the ICT assets of you and your groups, the most risk for the least effort first',
    summary: '{{actions}}: {{what}}',
  },
  teams: {
    title: 'Compliance of my teams',
    description:
      'Coverage and compliance of each of your groups with the groups below it',
    list: 'My teams',
    none: 'You are a member of no group. Groups have their members in the catalog.',
    nothing: 'Owns no ICT assets that you may read.',
    counted: 'Counts the assets of each group and of the groups below it.',
    organization: 'Scorecard of the organization',
    notLoaded: 'Your groups could not be loaded',
  },
} as const;
