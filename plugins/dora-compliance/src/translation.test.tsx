// Before everything that asks how wide the screen is.
import { narrow, wide } from './__testUtils__/screenWidth';
import {
  createFrontendModule,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  registerMswTestHooks,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import type { Entity } from '@backstage/catalog-model';
import { EvidenceType } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { setupServer } from 'msw/node';
import type { JSX } from 'react';
import { auditQuestions } from './auditQuestions/questions';
import { answerEverything } from './__testUtils__/answerEverything';
import { collectStrings } from './__testUtils__/collectStrings';
import { findUntranslated } from './__testUtils__/findUntranslated';
import { backendUrl, ledger } from './__testUtils__/ledgerViews';
import {
  PSEUDO_LANGUAGE,
  pseudoResources,
  toPseudo,
} from './__testUtils__/pseudoLanguage';
import { renderLegacyApp } from './__testUtils__/renderLegacyApp';
import plugin from './alpha';
import {
  EntityComplianceCard,
  EntityDeclaredCard,
  EntityIctAssetCard,
} from './cards';
import {
  ComplianceActionsPage,
  EntityComplianceContent,
  EntityIctDependenciesContent,
  AuditQuestionsPage,
  ControlsPage,
  EntityTeamScorecardContent,
  EvidenceSourcesPage,
  IctInventoryPage,
  OrganizationScorecardPage,
} from './plugin';

const server = setupServer();
registerMswTestHooks(server);
// Backstage keeps the language of the reader.
beforeEach(() => localStorage.clear());
beforeEach(wide);

const transfers: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'transfers' },
  spec: { type: 'business-function', dora: { rto: 'PT2H' } },
};

const team: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'technology' },
  spec: {},
};

/** Waits until nothing is loading, and opens all that can be opened. */
async function openEverything() {
  const loaded = () =>
    waitFor(() =>
      expect(
        screen.queryByRole('status', { name: toPseudo('Loading') }),
      ).toBeNull(),
    );
  await loaded();
  const opened = new Set<HTMLElement>();
  const findClosed = () =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'button[aria-expanded="false"]:not([aria-haspopup])',
      ),
    ].find(button => !opened.has(button));
  for (let next = findClosed(); next; next = findClosed()) {
    opened.add(next);
    await userEvent.click(next);
    await loaded();
  }
  document.querySelectorAll('details').forEach(details => {
    details.open = true;
  });
}

/** What is untranslated on the page, and on each of its tabs. */
async function findOnPage(heading: RegExp, data: Set<string>) {
  expect(await screen.findAllByText(heading)).not.toHaveLength(0);
  const found: string[] = [];
  const tabs = screen.queryAllByRole('tab').map(({ id }) => id);
  for (const id of [undefined, ...tabs]) {
    const tab = id ? document.getElementById(id) : null;
    if (tab) {
      await userEvent.click(tab);
    }
    await openEverything();
    found.push(...findUntranslated(data));
  }
  return [...new Set(found)];
}

/** Provisions are named in the same way in each language. */
const provisions = auditQuestions
  .flatMap(({ requires, supports }) => [...requires, ...supports])
  .flatMap(({ act, ref }) => [act.replace('-', ' '), ref]);

const greek = (text: string) => new RegExp(toPseudo(text));

describe('in another language, the legacy app', () => {
  it.each<[string, JSX.Element, string, string, Entity?]>([
    ['inventory', <IctInventoryPage />, '', 'ICT inventory'],
    ['actions', <ComplianceActionsPage />, '', 'What to do'],
    ['sources', <EvidenceSourcesPage />, '', 'Expected|Events received'],
    ['source', <EvidenceSourcesPage />, '?source=github', 'Backfills'],
    ['compliance', <EntityComplianceContent />, '', 'Compliance'],
    [
      'control',
      <EntityComplianceContent />,
      '?control=chg-02-independent-approval',
      'What was assessed',
    ],
    [
      'deployment',
      <EntityComplianceContent />,
      '?view=deployment&deployment=d-1&environment=eu-prod',
      'What controls say about it',
    ],
    [
      'evidence',
      <EntityComplianceContent />,
      '?view=evidence',
      'Evidence about this asset',
    ],
    ['dependencies', <EntityIctDependenciesContent />, '', 'Fit to width'],
    [
      'organization',
      <OrganizationScorecardPage />,
      '',
      'Parts of the organization',
    ],
    [
      'function',
      <OrganizationScorecardPage />,
      '?of=function&ref=resource:default/transfers',
      'Pipelines that can change it',
    ],
    ['questions', <AuditQuestionsPage />, '', 'Audit questions'],
    [
      'answer',
      <AuditQuestionsPage />,
      '?question=not-scanned',
      'All questions',
    ],
    ['controls', <ControlsPage />, '', 'All areas'],
    ['team', <EntityTeamScorecardContent />, '', 'Changes in the', team],
    ['card', <EntityComplianceCard />, '', 'Not satisfied'],
    ['record', <EntityIctAssetCard />, '', 'Review record'],
    ['function', <EntityDeclaredCard />, '', 'Business function', transfers],
  ])(
    'has no text of ours that stays English: %s',
    async (_, extension, search, heading, entity = ledger) => {
      answerEverything(server);
      const data = collectStrings(server);
      provisions.forEach(text => data.add(text));
      // Printed sheets name their address.
      data.add(window.location.href);
      data.add(entity.metadata.name);
      // Types of evidence are identifiers.
      EvidenceType.options.forEach(type => data.add(type));
      renderLegacyApp(extension, entity, search);
      expect(await findOnPage(greek(heading), data)).toEqual([]);
    },
  );
});

describe('in another language, the new app', () => {
  const module = createFrontendModule({
    pluginId: 'app',
    extensions: pseudoResources.map(resource =>
      TranslationBlueprint.make({ name: resource.id, params: { resource } }),
    ),
  });
  const entityPage = PageBlueprint.make({
    name: 'entity',
    params: {
      path: '/catalog/:namespace/:kind/:name',
      routeRef: entityRouteRef,
      loader: async () => <></>,
    },
  });

  it.each<[string, string, Entity | undefined]>([
    [
      '/ict-inventory',
      'Completeness of the records|Complete records',
      undefined,
    ],
    ['/compliance-actions', 'What to do', undefined],
    ['/evidence-sources', 'Events received', undefined],
    ['/ict-scorecard', 'Parts of the organization', undefined],
    ['/audit-questions', 'What is missing', undefined],
    ['/controls', 'All areas', undefined],
    ['/controls/chg-02-independent-approval', 'How to fix it', undefined],
    ['/controls/lens', 'What Article 21 is', undefined],
    ['/policies', 'Every clause has a control', undefined],
    ['/policies/change-management', 'Clauses with controls', undefined],
    ['/audit-questions?question=not-scanned', 'All questions', undefined],
    ['/evidence-sources?source=github', 'Backfills', undefined],
    ['/', 'Not satisfied', ledger],
    ['/', 'Business function', transfers],
  ])(
    'has no text of ours that stays English: %s %s',
    async (path, heading, entity) => {
      answerEverything(server);
      const data = collectStrings(server);
      provisions.forEach(text => data.add(text));
      // Printed sheets name their address.
      data.add(window.location.href);
      // Names of fields and parameters are the same in each language.
      ['kind', 'longestWait'].forEach(name => data.add(name));
      // Apps set the titles of extensions in their configuration.
      [
        'ICT inventory',
        'My actions',
        'Scorecard',
        'Audit questions',
        'Controls',
        'Policies',
        'Evidence',
        'Compliance',
        'ICT dependencies',
        'test',
      ].forEach(title => data.add(title));
      if (entity) {
        data.add(entity.metadata.name);
      }
      renderTestApp({
        extensions: [
          entityPage,
          ...(entity ? [createTestEntityPage({ entity })] : []),
        ],
        features: [plugin, module],
        config: {
          app: {
            extensions: [
              {
                'api:app/app-language': {
                  config: {
                    defaultLanguage: PSEUDO_LANGUAGE,
                    availableLanguages: ['en', PSEUDO_LANGUAGE],
                  },
                },
              },
            ],
          },
          backend: { baseUrl: backendUrl },
        },
        initialRouteEntries: [path],
      });
      expect(await findOnPage(greek(heading), data)).toEqual([]);
    },
  );
});

describe('on a narrow screen', () => {
  it('has no text of ours that stays English', async () => {
    narrow();
    answerEverything(server);
    const data = collectStrings(server);
    renderLegacyApp(<IctInventoryPage />, ledger, '');
    expect(await findOnPage(greek('Sort by'), data)).toEqual([]);
  });
});
