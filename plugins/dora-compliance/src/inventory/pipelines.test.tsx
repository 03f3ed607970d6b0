import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import type {
  DiscoveryView,
  UninventoriedPipelineView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { inventoryUrl } from '../__testUtils__/inventoryViews';
import {
  answerInventory,
  renderInventory,
} from '../__testUtils__/renderInventory';

const server = setupServer();
registerMswTestHooks(server);

const pipeline = (name: string) =>
  ({
    urn: `urn:cicd:github.com:bank/${name}:.github/workflows/deploy.yml`,
    name: `Deploy ${name}`,
    repository: `https://github.com/bank/${name}`,
    sourceId: 'github',
    firstSeen: '2026-10-02T08:00:00.000Z',
    lastSeen: '2026-11-24T17:21:00.000Z',
    assets: [{ entityRef: 'component:default/ledger', title: 'ledger' }],
  } as UninventoriedPipelineView);

const listUrl = `${inventoryUrl}/uninventoried-pipelines`;

describe('pipelines that are not in the inventory', () => {
  it('are listed on a tab of their own, with what to do', async () => {
    answerInventory(server);
    server.use(
      http.get(listUrl, ({ request }) =>
        new URL(request.url).searchParams.get('cursor') === 'more'
          ? HttpResponse.json({ items: [pipeline('rates')] })
          : HttpResponse.json({
              items: [pipeline('shadow')],
              nextCursor: 'more',
            }),
      ),
    );
    renderInventory();
    await userEvent.click(
      await screen.findByRole('tab', { name: 'Not in the inventory (1+)' }),
    );
    expect(await screen.findByText(/^These pipelines ran/)).toBeInTheDocument();
    const panel = within(screen.getByRole('tabpanel'));
    expect(panel.getByText('Deploy shadow')).toBeInTheDocument();
    expect(panel.getByText(/spec.dora.pipeline.urn/)).toBeInTheDocument();
    expect(panel.getByRole('link', { name: 'ledger' })).toBeInTheDocument();

    await userEvent.click(panel.getByRole('button', { name: 'Load more' }));
    expect(await panel.findByText('Deploy rates')).toBeInTheDocument();
    expect(panel.getByText('Deploy shadow')).toBeInTheDocument();
    expect(panel.queryByRole('button', { name: 'Load more' })).toBeNull();
  });

  it('are said not to exist when there are none', async () => {
    answerInventory(server);
    renderInventory('?tab=pipelines');
    expect(
      await screen.findByText('Every pipeline that ran is in the inventory'),
    ).toBeInTheDocument();
  });
});

describe('the discovery of pipelines', () => {
  const now = Date.now();
  const ago = (hours: number) =>
    new Date(now - hours * 3_600_000).toISOString() as DiscoveryView['at'];

  const show = async (discovery: Partial<DiscoveryView>) => {
    answerInventory(server);
    server.use(
      http.get(`${inventoryUrl}/discoveries`, () =>
        HttpResponse.json({
          items: [
            {
              source: 'github:github.com/bank',
              state: 'complete',
              at: ago(1),
              ...discovery,
            },
          ],
        }),
      ),
    );
    renderInventory();
    await screen.findByText('1,234 ICT assets');
  };
  const warning = () => screen.queryByText(/pipelines of github/);

  it('is not spoken of while it works', async () => {
    await show({ lastComplete: ago(1) });
    expect(warning()).not.toBeInTheDocument();
  });

  it('is warned of when it fails: where, why, and what holds', async () => {
    await show({
      state: 'failed',
      failure: 'The token has expired.',
      lastComplete: '2026-03-01T10:00:00.000Z' as DiscoveryView['at'],
      pipelines: 412,
    });
    const banner = warning()!.closest('[data-status="warning"]');
    expect(banner).toHaveTextContent(
      /^Reading the pipelines of github:github\.com\/bank failed 1 hour ago ?The token has expired\. They were last read completely .* ago \(412 pipelines\)\. Known pipelines stay in the inventory/,
    );
    expect(
      [...banner!.querySelectorAll('time')].map(time => time.dateTime),
    ).toEqual([ago(1), '2026-03-01T10:00:00.000Z']);
  });

  it('is warned of when it stopped long ago without a word', async () => {
    await show({ lastComplete: ago(30) });
    expect(warning()).toHaveTextContent(
      /not read completely for more than a day/,
    );
  });
});
