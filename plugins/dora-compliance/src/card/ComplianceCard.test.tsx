import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import type { ComplianceView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { failure, fault } from '../__testUtils__/fault';
import { approval, compliance, ledgerUrl } from '../__testUtils__/ledgerViews';
import { renderForLedger } from '../__testUtils__/renderForLedger';
import { ComplianceCard } from './ComplianceCard';

const server = setupServer();
registerMswTestHooks(server);

const url = `${ledgerUrl}/compliance`;

describe('ComplianceCard', () => {
  it('counts, and leads to what fails and to what is not known', async () => {
    server.use(http.get(url, () => HttpResponse.json(compliance)));
    renderForLedger(<ComplianceCard />);
    expect(
      await screen.findByText('1 satisfied, 1 not satisfied, 1 not assessed'),
    ).toBeInTheDocument();
    expect(screen.getByText('Not satisfied')).toBeInTheDocument();
    const links = screen.getAllByRole('link');
    expect(links.map(link => link.textContent)).toEqual([
      'CHG-02 Independent approval',
      'CHG-05 Traceability',
    ]);
    expect(links[1]!.parentElement).toHaveTextContent(
      'Not assessed: CHG-05 Traceability',
    );
    expect(links[0]).toHaveAttribute(
      'href',
      expect.stringMatching(/compliance\?control=chg-02-independent-approval$/),
    );
  });

  it('leads nowhere when all controls are satisfied', async () => {
    const view: ComplianceView = {
      ...compliance,
      summary: { ...compliance.summary, status: 'satisfied' },
      areas: [
        {
          area: 'access-and-segregation',
          title: 'Access and segregation of duties',
          controls: [{ ...approval, status: 'satisfied' }],
        },
      ],
    };
    server.use(http.get(url, () => HttpResponse.json(view)));
    renderForLedger(<ComplianceCard />);
    expect(await screen.findByText('Satisfied')).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('says that the asset is not in the inventory', async () => {
    server.use(http.get(url, () => fault('asset-unknown')));
    renderForLedger(<ComplianceCard />);
    expect(await screen.findByText('Not in the inventory')).toBeInTheDocument();
  });

  it('tries again when asked', async () => {
    server.use(
      http.get(
        url,
        () => failure(500, { name: 'Error', message: 'The disk is full' }),
        { once: true },
      ),
      http.get(url, () => HttpResponse.json(compliance)),
    );
    renderForLedger(<ComplianceCard />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByRole('link', { name: /CHG-02/ }),
    ).toBeInTheDocument();
  });
});
