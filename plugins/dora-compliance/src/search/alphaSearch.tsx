import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import {
  ASSET_DOCUMENTS,
  CONTROL_DOCUMENTS,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { RiShieldCheckLine } from '@remixicon/react';
import { searchMessages } from '../translation/messages/searchMessages';
import { isComplianceResult } from './isComplianceResult';

const result = SearchResultListItemBlueprint.make({
  params: {
    icon: <RiShieldCheckLine />,
    predicate: isComplianceResult,
    component: () =>
      import('./ComplianceSearchResult').then(m => m.ComplianceSearchResult),
  },
});

// Backstage reads the names before it loads translations.

const assets = SearchFilterResultTypeBlueprint.make({
  name: 'ict-assets',
  params: {
    value: ASSET_DOCUMENTS,
    name: searchMessages.assets,
    icon: <RiShieldCheckLine />,
  },
});

const controls = SearchFilterResultTypeBlueprint.make({
  name: 'controls',
  params: {
    value: CONTROL_DOCUMENTS,
    name: searchMessages.controls,
    icon: <RiShieldCheckLine />,
  },
});

/** Results of the search, for the new frontend system. */
export const searchResults = [result, assets, controls];
