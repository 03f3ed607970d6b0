import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { noActions, actionsUrl } from '../__testUtils__/actionViews';
import { answerEverything } from '../__testUtils__/answerEverything';
import { fortyControls } from '../__testUtils__/fortyControls';
import { ledgerUrl } from '../__testUtils__/ledgerViews';
import { renderForLedger } from '../__testUtils__/renderForLedger';
import { ComplianceTab } from './ComplianceTab';

const server = setupServer();
registerMswTestHooks(server);
beforeEach(() => {
  answerEverything(server);
  server.use(
    http.get(`${ledgerUrl}/compliance`, () => HttpResponse.json(fortyControls)),
    http.get(actionsUrl, () => HttpResponse.json(noActions)),
  );
});

const open = async (address = '/') => {
  renderForLedger(<ComplianceTab />, address);
  return screen.findByRole('heading', { name: 'Compliance' });
};

const AREAS = new RegExp(
  fortyControls.areas.map(({ title }) => title).join('|'),
);
const listGroups = () => screen.getAllByRole('region', { name: AREAS });

/** The items that are not folded. */
const listOpen = (within_: HTMLElement) =>
  within(within_)
    .queryAllByRole('listitem')
    .filter(item => !item.closest('details'))
    .map(({ textContent }) => textContent ?? '')
    .filter(text => /[A-Z]{3}-0\d/.test(text));

describe('the tab of an asset with forty controls', () => {
  it('counts them, and says why some were not assessed or do not apply', async () => {
    const heading = await open();
    const summary = heading.parentElement!.parentElement!;
    expect(
      within(summary).getByText(
        '21 satisfied, 4 not satisfied, 7 not assessed, 1 with accepted risk, 7 not applicable',
      ),
    ).toBeVisible();
    const lines = within(summary)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent!.split(': ')[0]);
    expect(lines).toEqual([
      '4 without evidence, which nobody gave yet',
      '2 with evidence that is too old',
      '1 with incomplete evidence',
      '5 for other kinds of assets',
      '2 with nothing to assess',
    ]);
    const [code] = within(summary).getAllByRole('link', { name: /^[A-Z]{3}-/ });
    expect(code).toHaveTextContent(/^[A-Z]{3}-0\d$/);
    expect(code).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/?\?control=[a-z]{3}-0\d-control$/),
    );
  });

  it('shows only what asks for work, the worst first', async () => {
    await open();
    const groups = listGroups();
    expect(groups).toHaveLength(5);
    const items = groups.map(listOpen);
    expect(items.flat()).toHaveLength(12);
    for (const texts of items) {
      const ranks = texts.map(text =>
        ['Not satisfied', 'Not assessed', 'Risk accepted'].findIndex(status =>
          text.startsWith(status),
        ),
      );
      expect(ranks).toEqual([...ranks].sort());
      expect(ranks).not.toContain(-1);
    }
    // The group with the most findings is the first one.
    const findings = items.map(
      texts => texts.filter(text => text.startsWith('Not satisfied')).length,
    );
    expect(findings).toEqual([...findings].sort((a, b) => b - a));
  });

  it('folds the others to their number, and opens them', async () => {
    await open();
    const [folded] = within(listGroups()[0]!).getAllByText(/^\d satisfied$/, {
      selector: 'summary',
    });
    const details = folded!.closest('details')!;
    expect(details.open).toBe(false);
    await userEvent.click(folded!);
    expect(details.open).toBe(true);
    const count = Number(/\d/.exec(folded!.textContent!)![0]);
    expect(within(details).getAllByRole('listitem')).toHaveLength(count);
  });

  it('has all forty in the groups by layer, too', async () => {
    await open('/?by=layer');
    const links = [
      'Governance and ICT risk',
      'CI/CD as regulated systems',
      'Change management',
      'Evidence',
      'Production and operations',
      'Cross-cutting',
    ].map(
      layer =>
        within(screen.getByRole('region', { name: layer })).getAllByRole(
          'link',
          { name: /^[A-Z]{3}-0\d/, hidden: true },
        ).length,
    );
    expect(links).toEqual([8, 8, 8, 6, 5, 5]);
  });

  it('is open where the reader returns from', async () => {
    await open();
    const folded = within(listGroups()[0]!)
      .getAllByText(/satisfied$/, { selector: 'summary' })
      .at(-1)!;
    await userEvent.click(folded);
    const [link] = within(folded.closest('details')!).getAllByRole('link');
    const name = link!.textContent!;
    await userEvent.click(link!);
    await userEvent.click(
      await screen.findByRole('link', { name: 'All controls' }),
    );
    await screen.findByRole('heading', { name: 'Compliance' });
    const [group] = listGroups();
    const again = within(group!).getByRole('link', { name });
    expect(again.closest('details')!.open).toBe(true);
  });
});
