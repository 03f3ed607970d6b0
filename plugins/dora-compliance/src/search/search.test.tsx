import { createExtensionTester } from '@backstage/frontend-test-utils';
import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';
import { appLanguageApiRef } from '@backstage/frontend-plugin-api';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  type AssetDocument,
  type ControlDocument,
  type FindingDocument,
  type LensDocument,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { SearchResultListItemExtensions } from '@backstage/plugin-search-react';
import { screen } from '@testing-library/react';
import plugin from '../alpha';
import { ComplianceSearchResultListItem } from '../cards';
import { controlsRouteRef } from '../controls/controlsRouteRef';

const indexedAt = Instant.parse('2026-03-01T00:00:00.000Z');
const found = { text: '', location: '/somewhere' };

const asset: AssetDocument = {
  ...found,
  about: 'asset',
  title: 'Ledger',
  entityRef: 'component:default/ledger',
  criticality: 'critical-or-important',
  status: 'not-satisfied',
  notSatisfied: 2,
  notAssessed: 1,
  indexedAt,
};

const control: ControlDocument = {
  ...found,
  about: 'control',
  title: 'CHG-02 Independent approval',
  controlId: 'chg-02-independent-approval',
  code: 'CHG-02',
  controlTitle: 'Independent approval',
  controlTitleDe: 'Unabhängige Freigabe',
  objective: 'Nobody approves their own change.',
  objectiveDe: 'Niemand gibt eigene Änderungen frei.',
  provisions: 'DORA Article 9(4)(e)',
  severity: 'critical',
};

const finding: FindingDocument = {
  ...control,
  about: 'finding',
  entityRef: 'component:default/ledger',
  assetTitle: 'Ledger',
  status: 'not-satisfied',
  indexedAt,
};

const lens: LensDocument = {
  ...found,
  about: 'lens',
  title: 'The areas',
  titleDe: 'Die Bereiche',
  summary: 'Where they come from.',
  summaryDe: 'Woher sie kommen.',
};

/** Renders results in a legacy app, as its search page does. */
function renderResults(
  documents: { title: string; text: string; location: string }[],
  { language = 'en', type = 'ict-asset', mounted = true } = {},
) {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [
          appLanguageApiRef,
          {
            getLanguage: () => ({ language }),
            language$: () => ({ subscribe: () => ({ unsubscribe() {} }) }),
          } as never,
        ],
      ]}
    >
      <SearchResultListItemExtensions
        results={documents.map(document => ({ type, document }))}
      >
        <ComplianceSearchResultListItem />
      </SearchResultListItemExtensions>
    </TestApiProvider>,
    {
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        ...(mounted && { '/controls': controlsRouteRef }),
      },
    },
  );
}

describe('results of the search', () => {
  it('are assets with their criticality and what asks for work', async () => {
    await renderResults([asset]);
    expect(await screen.findByRole('link', { name: 'Ledger' })).toHaveAttribute(
      'href',
      '/catalog/default/component/ledger/compliance',
    );
    expect(screen.getByText('Not satisfied')).toBeInTheDocument();
    expect(screen.getByText('Critical or important')).toBeInTheDocument();
    expect(
      screen.getByText('2 not satisfied, 1 not assessed'),
    ).toBeInTheDocument();
    expect(screen.getByText(/it may have changed since/)).toBeInTheDocument();
  });

  it('are never satisfied before they have a score', async () => {
    const { status, ...unscored } = asset;
    expect(status).toBeDefined();
    await renderResults([unscored]);
    expect(await screen.findByText('Not scored yet')).toBeInTheDocument();
    expect(screen.queryByText(/atisfied/)).not.toBeInTheDocument();
  });

  it('say nothing of the compliance that the index does not have', async () => {
    const { status, criticality, notSatisfied, notAssessed, ...bare } = asset;
    await renderResults([bare]);
    expect(await screen.findByRole('link', { name: 'Ledger' })).toBeVisible();
    expect(screen.queryByText(/atisfied|scored|ritical/)).toBeNull();
  });

  it('are findings, which lead to the control', async () => {
    await renderResults([finding]);
    expect(
      await screen.findByRole('link', {
        name: 'Ledger: CHG-02 Independent approval',
      }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/ledger/compliance?control=chg-02-independent-approval',
    );
  });

  it('are controls with their provisions, in the language of the app', async () => {
    const { unmount } = await renderResults([control], {
      type: 'dora-control',
    });
    expect(
      await screen.findByRole('link', { name: 'CHG-02 Independent approval' }),
    ).toHaveAttribute('href', '/controls/chg-02-independent-approval');
    expect(screen.getByText(/DORA Article 9\(4\)\(e\)/)).toBeInTheDocument();
    unmount();
    await renderResults([control], {
      type: 'dora-control',
      language: 'de',
      mounted: false,
    });
    expect(
      await screen.findByText('CHG-02 Unabhängige Freigabe'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
    expect(
      screen.getByText('Niemand gibt eigene Änderungen frei.'),
    ).toBeInTheDocument();
  });

  it('are the page about the areas, in the language of the app', async () => {
    const { unmount } = await renderResults([lens], { type: 'dora-control' });
    expect(
      await screen.findByRole('link', { name: 'The areas' }),
    ).toHaveAttribute('href', '/controls/lens');
    expect(screen.getByText('Where they come from.')).toBeInTheDocument();
    unmount();
    await renderResults([lens], {
      type: 'dora-control',
      language: 'de',
      mounted: false,
    });
    expect(await screen.findByText('Die Bereiche')).toBeInTheDocument();
    expect(screen.getByText('Woher sie kommen.')).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('are shown only if they are of this suite and have its shape', async () => {
    await renderResults([{ ...found, title: 'Broken' }]);
    await renderResults([asset], { type: 'software-catalog' });
    expect(screen.queryByText('Broken')).not.toBeInTheDocument();
    expect(screen.queryByText('Not satisfied')).not.toBeInTheDocument();
  });

  it('have an extension in the new frontend system', () => {
    const item = createExtensionTester(
      plugin.getExtension('search-result-list-item:dora-compliance'),
    ).get(SearchResultListItemBlueprint.dataRefs.item);
    expect(item.predicate!({ type: 'ict-asset' } as never)).toBe(true);
    expect(item.predicate!({ type: 'techdocs' } as never)).toBe(false);
  });
});
