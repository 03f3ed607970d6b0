import { homeMessages } from '../translation/messages/homeMessages';

const layout = {
  width: { minColumns: 3, defaultColumns: 6 },
  height: { minRows: 4, defaultRows: 9 },
};

/** What a list of widgets says: Backstage reads it before it loads translations. */
export const actionsWidget = {
  title: homeMessages.actions.title,
  description: homeMessages.actions.description,
  layout,
};

export const teamsWidget = {
  title: homeMessages.teams.title,
  description: homeMessages.teams.description,
  layout,
};
