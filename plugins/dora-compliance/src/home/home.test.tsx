import { identityApiRef } from '@backstage/core-plugin-api';
import {
  createExtensionTester,
  mockApis,
  registerMswTestHooks,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { homePageWidgetDataRef } from '@backstage/plugin-home-react/alpha';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { DoraComplianceClient } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { doraComplianceApiRef } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type { JSX } from 'react';
import plugin from '../alpha';
import { actionsView } from '../__testUtils__/actionViews';
import { failure, fault } from '../__testUtils__/fault';
import { backendUrl } from '../__testUtils__/ledgerViews';
import { teamScorecard } from '../__testUtils__/teamScorecard';
import { actionsRouteRef, organizationRouteRef } from '../routes';
import { MyActions } from './MyActions';
import { MyTeams } from './MyTeams';

const server = setupServer();
registerMswTestHooks(server);

const url = `${backendUrl}/api/dora-compliance`;
const pages = {
  '/compliance-actions': actionsRouteRef,
  '/ict-scorecard': organizationRouteRef,
};

/** Renders a widget for somebody with some groups. */
function renderWidget(
  widget: JSX.Element,
  { groups = ['group:default/a'], mounted = pages as object } = {},
) {
  const client = new DoraComplianceClient({
    discoveryApi: mockApis.discovery({ baseUrl: backendUrl }),
    fetchApi: mockApis.fetch(),
  });
  return renderInTestApp(widget, {
    apis: [
      [doraComplianceApiRef, client],
      [
        identityApiRef,
        mockApis.identity({
          ownershipEntityRefs: ['user:default/anna', ...groups],
        }),
      ],
    ],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      ...mounted,
    },
  });
}

const answerActions = (body: object) => {
  const asked: string[] = [];
  server.use(
    http.get(`${url}/actions`, ({ request }) => {
      asked.push(new URL(request.url).search);
      return HttpResponse.json(body);
    }),
  );
  return asked;
};

const team = (changes: object = {}) =>
  HttpResponse.json({ ...teamScorecard, ...changes });

const answerScore = (answer: (ref: string) => Response = () => team()) => {
  const asked: string[] = [];
  server.use(
    http.get(`${url}/scorecard`, ({ request }) => {
      const { searchParams } = new URL(request.url);
      const ref = searchParams.get('ref')!;
      asked.push(ref);
      return answer(ref);
    }),
  );
  return asked;
};

describe('My actions on the home page', () => {
  it('lists what to do first, and leads to all of it', async () => {
    const asked = answerActions({
      ...actionsView,
      notSatisfied: 7,
      items: Array.from({ length: 6 }, (_, place) => ({
        ...actionsView.items[0],
        entityRef: `component:default/s${place}`,
      })),
    });
    renderWidget(<MyActions />);
    const items = await screen.findAllByRole('listitem');
    expect(items).toHaveLength(5);
    expect(items[0]).toHaveTextContent(
      'Not satisfiedCHG-02 Independent approvalLedgercritical severity, takes hours',
    );
    expect(
      within(items[0]!).getByRole('link', { name: /CHG-02/ }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/s0/compliance?control=chg-02-independent-approval',
    );
    expect(
      screen.getByText('8 actions: 7 not satisfied, 1 not assessed'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'All actions' })).toHaveAttribute(
      'href',
      '/compliance-actions',
    );
    expect(asked).toEqual(['?limit=5']);
  });

  it('has no link to a page that is switched off', async () => {
    answerActions(actionsView);
    renderWidget(<MyActions />, { mounted: {} });
    expect(await screen.findByRole('listitem')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'All actions' })).toBeNull();
  });

  it.each([
    [2, 'Nothing waits for you'],
    [0, 'You and your groups own no ICT assets that you may read'],
  ])('says of %s assets why there is nothing', async (assets, text) => {
    const none = { items: [], notSatisfied: 0, notAssessed: 0, assets };
    answerActions({ ...actionsView, ...none });
    renderWidget(<MyActions />);
    expect(await screen.findByText(text)).toBeVisible();
  });

  it('says what went wrong', async () => {
    server.use(
      http.get(`${url}/actions`, () =>
        failure(500, { name: 'Error', message: 'The disk is full' }),
      ),
    );
    renderWidget(<MyActions />);
    expect(await screen.findByText(/The disk is full/)).toBeVisible();
  });
});

describe('Compliance of my teams on the home page', () => {
  it('has the two numbers of each group, and leads to its scorecard', async () => {
    const asked = answerScore();
    renderWidget(<MyTeams />, {
      groups: ['group:default/b', 'group:default/A', 'group:default/a'],
    });
    expect(
      await screen.findAllByText(
        '1 satisfied, 1 not satisfied, 2 not assessed',
      ),
    ).toHaveLength(2);
    const [first] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent('Coverage50%Compliance99%');
    expect(within(first!).getByRole('link', { name: 'a' })).toHaveAttribute(
      'href',
      '/catalog/default/group/a/scorecard',
    );
    expect(asked.sort()).toEqual(['group:default/a', 'group:default/b']);
  });

  it('loads more of many groups when asked', async () => {
    const asked = answerScore(() => team({ assets: 0 }));
    renderWidget(<MyTeams />, {
      groups: Array.from({ length: 7 }, (_, n) => `group:default/g${n}`),
    });
    expect(
      await screen.findAllByText('Owns no ICT assets that you may read.'),
    ).toHaveLength(5);
    expect(asked).toHaveLength(5);
    await userEvent.click(screen.getByRole('button', { name: 'Load more' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(7);
  });

  it('says of each group what is wrong, and of nobody that there is none', async () => {
    answerScore(ref =>
      ref.endsWith('gone') ? fault('scope-unknown') : team({ isPartial: true }),
    );
    const { unmount } = renderWidget(<MyTeams />, {
      groups: ['group:default/gone', 'group:default/a'],
    });
    expect(
      await screen.findByText(/Assets that you may not read are not counted/),
    ).toBeVisible();
    const [, gone] = screen.getAllByRole('listitem');
    expect(gone).toHaveTextContent('gone');
    expect(gone).toHaveTextContent('There is no such part of the organization');
    unmount();
    renderWidget(<MyTeams />, { groups: [] });
    expect(
      await screen.findByText(/You are a member of no group/),
    ).toBeVisible();
  });
});

it.each([
  ['actions', 'My actions', 'Nothing waits for you'],
  ['teams', 'Compliance of my teams', /You are a member of no group/],
])('the widget %s is an extension', async (name, title, text) => {
  const none = { items: [], notSatisfied: 0, notAssessed: 0 };
  answerActions({ ...actionsView, ...none });
  const id = `home-page-widget:dora-compliance/${name}`;
  const widget = createExtensionTester(plugin.getExtension(id as never)).get(
    homePageWidgetDataRef as never,
  ) as { title: string; component: JSX.Element };
  expect(widget.title).toBe(title);
  renderWidget(widget.component, { groups: [] });
  expect(await screen.findByText(text)).toBeVisible();
  expect(screen.getByText(title)).toBeVisible();
});
