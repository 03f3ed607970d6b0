import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { failure } from '../../__testUtils__/fault';
import { ledgerUrl, review } from '../../__testUtils__/ledgerViews';
import {
  productionChanges,
  repeatDeployment,
} from '../../__testUtils__/productionViews';
import { renderForLedger } from '../../__testUtils__/renderForLedger';
import { ProductionChanges } from './ProductionChanges';

const server = setupServer();
registerMswTestHooks(server);

const url = `${ledgerUrl}/production-changes`;

function open(view: object = productionChanges, address = '/') {
  server.use(http.get(url, () => HttpResponse.json(view)));
  renderForLedger(
    <ProductionChanges entityRef="component:default/ledger" />,
    address,
  );
}

describe('ProductionChanges', () => {
  it('says in one line what went where, by whom, and which steps are not known', async () => {
    open();
    const item = await screen.findByRole('listitem');
    expect(item).toHaveTextContent(
      /Not satisfied#7 Pay faster deployed to eu-prod by deploy\[bot\] .* agoNot in order: Artifact\. Missing: Build\.$/,
    );
    expect(screen.getByText(/nobody said whether/)).toHaveTextContent(
      /they are production: blue\.$/,
    );
  });

  it('opens to the chain, with a word for each step, and its evidence', async () => {
    open(productionChanges, '/?by=layer');
    await userEvent.click(await screen.findByRole('button'));
    const [chain] = screen.getAllByRole('list').slice(1);
    const steps = [...chain!.children].map(({ textContent }) => textContent);
    expect(steps).toEqual([
      'CommitsKnown1 piece of evidenceabc1234 Pay faster  by anna ',
      expect.stringMatching(
        /^Change requestKnown1 piece of evidence#7 Pay faster {2}by anna .* ago$/,
      ),
      expect.stringMatching(
        /^ReviewKnown1 piece of evidence#7 approved by marco .* ago$/,
      ),
      'BuildMissingNo run of commit abc1234 was received.',
      'ArtifactNot in order1 piece of evidenceThe artifact has no digest.3 more are counted but not listed.',
      expect.stringMatching(/^DeploymentKnown1 piece of evidenced-1/),
    ]);
    const [evidence] = within(chain!).getAllByRole('link', {
      name: '1 piece of evidence',
    });
    expect(evidence).toHaveAttribute(
      'href',
      `/?by=layer&view=evidence&id=${encodeURIComponent(review.id)}`,
    );
    expect(
      within(chain!).getByRole('link', { name: '#7 Pay faster' }),
    ).toHaveAttribute('href', 'https://github.com/bank/ledger/pull/7');
  });

  it('has what each control says, also that it says nothing', async () => {
    open();
    await userEvent.click(await screen.findByRole('button'));
    const verdicts = [...screen.getAllByRole('list').at(-1)!.children];
    expect(verdicts.map(({ textContent }) => textContent)).toEqual([
      'Not satisfiedCHG-02 Independent approvalmarco approved the own change.',
      'Not assessedCHG-05 TraceabilityNot assessed: this deployment is older than the control looks back.',
    ]);
    expect(screen.getByRole('link', { name: /^CHG-02/ })).toHaveAttribute(
      'href',
      '/?control=chg-02-independent-approval',
    );
  });

  it('shows three, and all on demand', async () => {
    open(repeatDeployment(5));
    expect(await screen.findAllByRole('listitem')).toHaveLength(3);
    expect(screen.getAllByText(/^Every step from the commit/)).toHaveLength(3);
    await userEvent.click(screen.getByRole('button', { name: 'Show all 5' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(5);
    await userEvent.click(screen.getAllByRole('button')[0]!);
    expect(
      screen.getByText(/^No control that applies to this asset/),
    ).toBeVisible();
  });

  it('says that nothing was deployed', async () => {
    open({ items: [], unclassified: [] });
    expect(
      await screen.findByText('No source reported a deployment to production.'),
    ).toBeVisible();
    expect(screen.queryByText(/nobody said whether/)).toBeNull();
  });

  it('says what went wrong, and tries again when asked', async () => {
    server.use(
      http.get(
        url,
        () => failure(500, { name: 'Error', message: 'The disk is full' }),
        { once: true },
      ),
      http.get(url, () => HttpResponse.json(productionChanges)),
    );
    renderForLedger(<ProductionChanges entityRef="component:default/ledger" />);
    expect(
      await screen.findByText(
        'The last changes in production could not be loaded',
      ),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('listitem')).toBeVisible();
  });
});
