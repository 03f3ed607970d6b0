import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { HomeCard } from './HomeCard';
import { actionsWidget, teamsWidget } from './widgets';

const actions = HomePageWidgetBlueprint.make({
  name: 'actions',
  params: {
    ...actionsWidget,
    name: 'ComplianceActionsHomeCard',
    components: async () => ({
      Content: (await import('./MyActions')).MyActions,
    }),
    componentProps: {
      Renderer: (props: { Content: () => JSX.Element }) => (
        <HomeCard widget="actions" Content={props.Content} />
      ),
    },
  },
});

const teams = HomePageWidgetBlueprint.make({
  name: 'teams',
  params: {
    ...teamsWidget,
    name: 'TeamComplianceHomeCard',
    components: async () => ({ Content: (await import('./MyTeams')).MyTeams }),
    componentProps: {
      Renderer: (props: { Content: () => JSX.Element }) => (
        <HomeCard widget="teams" Content={props.Content} />
      ),
    },
  },
});

/** The widgets of the home page, for the new frontend system. */
export const homeWidgets = [actions, teams];
