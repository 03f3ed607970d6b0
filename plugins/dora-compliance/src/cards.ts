import { createComponentExtension } from '@backstage/core-plugin-api';
import {
  type CardExtensionProps,
  createCardExtension,
} from '@backstage/plugin-home-react';
import {
  createSearchResultListItemExtension,
  type SearchResultListItemExtensionProps,
} from '@backstage/plugin-search-react';
import { actionsWidget, teamsWidget } from './home/widgets';
import { doraCompliancePlugin } from './plugin';
import { isComplianceResult } from './search/isComplianceResult';

/** A card of `@backstage/plugin-home`. */
type HomeCardComponent = (props: CardExtensionProps<unknown>) => JSX.Element;

const card = (name: string, lazy: () => Promise<() => JSX.Element>) =>
  doraCompliancePlugin.provide(
    createComponentExtension({ name, component: { lazy } }),
  );

/**
 * The summary card for an overview page.
 *
 * @public
 */
export const EntityComplianceCard = card('EntityComplianceCard', () =>
  import('./card/ComplianceCard').then(m => m.ComplianceCard),
);

/**
 * The record of an ICT asset, for an overview page.
 *
 * @public
 */
export const EntityIctAssetCard = card('EntityIctAssetCard', () =>
  import('./record/AssetCard').then(m => m.AssetCard),
);

/**
 * What a business function or an ICT third-party provider declares, for an
 * overview page.
 *
 * @public
 */
export const EntityDeclaredCard = card('EntityDeclaredCard', () =>
  import('./declared/DeclaredCard').then(m => m.DeclaredCard),
);

/**
 * What asks for work in a system, a domain or a group, for an overview page.
 *
 * @public
 */
export const EntityPartCard = card('EntityPartCard', () =>
  import('./part/PartCard').then(m => m.PartCard),
);

/**
 * What waits for the user, for the home page.
 *
 * @public
 */
export const ComplianceActionsHomeCard: HomeCardComponent =
  doraCompliancePlugin.provide(
    createCardExtension<unknown>({
      ...actionsWidget,
      name: 'ComplianceActionsHomeCard',
      components: async () => ({
        Content: (await import('./home/MyActions')).MyActions,
      }),
    }),
  );

/**
 * The two numbers of each group of the user, for the home page.
 *
 * @public
 */
export const TeamComplianceHomeCard: HomeCardComponent =
  doraCompliancePlugin.provide(
    createCardExtension<unknown>({
      ...teamsWidget,
      name: 'TeamComplianceHomeCard',
      components: async () => ({
        Content: (await import('./home/MyTeams')).MyTeams,
      }),
    }),
  );

/**
 * ICT assets, findings and controls, for the results of the search.
 *
 * @public
 */
export const ComplianceSearchResultListItem: (
  props: SearchResultListItemExtensionProps<object>,
) => JSX.Element | null = doraCompliancePlugin.provide(
  createSearchResultListItemExtension({
    name: 'ComplianceSearchResultListItem',
    predicate: isComplianceResult,
    component: () =>
      import('./search/ComplianceSearchResult').then(
        m => m.ComplianceSearchResult,
      ),
  }),
);
