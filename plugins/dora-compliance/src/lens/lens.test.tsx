import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  registerMswTestHooks,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { setupServer } from 'msw/node';
import { answerEverything } from '../__testUtils__/answerEverything';
import { backendUrl } from '../__testUtils__/ledgerViews';
import plugin from '../alpha';
import { areaProvisions } from './areaProvisions';

const server = setupServer();
registerMswTestHooks(server);
beforeEach(() => answerEverything(server));

const open = (address = '/controls/lens') =>
  renderTestApp({
    features: [plugin],
    config: { backend: { baseUrl: backendUrl } },
    initialRouteEntries: [address],
  });

describe('the page about the areas', () => {
  it('says what the article is in each act, and leads to the controls that cite one', async () => {
    open();
    const articles = await screen.findByRole(
      'list',
      { name: 'What Article 21 is in each act' },
      // The first test also loads the modules of the page.
      { timeout: 20_000 },
    );
    const [dora, nis2, rts] = within(articles).getAllByRole('listitem');
    expect(dora).toHaveTextContent('Centralized reporting');
    expect(dora).toHaveTextContent('It sets no duty for financial entities');
    expect(nis2).toHaveTextContent('Information only, for financial entities');
    expect(rts).toHaveTextContent('Access control');
    await waitFor(() => expect(document.title).toMatch(/five areas/));
    await userEvent.click(
      within(rts!).getByRole('link', { name: 'Controls that cite it' }),
    );
    // Of the two installed controls, one cites RTS 21(b).
    expect(await screen.findByText('1 control')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /^CHG-02/ })).toBeInTheDocument();
  });

  it('names the law behind each area, and leads to its controls', async () => {
    open();
    const areas = await screen.findByRole('list', {
      name: 'The areas and the provisions behind them',
    });
    const change = within(areas)
      .getByText('Change and integrity')
      .closest('li');
    expect(change).toHaveTextContent('DORA Art 9(4)(e)');
    expect(change).toHaveTextContent('Named there: 21(2)(d)');
    expect(within(change!).getByRole('link')).toHaveAttribute(
      'href',
      '/controls?area=change-and-integrity',
    );
  });

  it.each([
    ['/controls', 'the list of controls'],
    ['/controls/chg-02-independent-approval', 'the page of a control'],
  ])('is linked from %s: %s', async address => {
    open(address);
    expect(
      await screen.findByRole('link', { name: 'Where the areas come from' }),
    ).toHaveAttribute('href', '/controls/lens');
  });
});

const plugins = path.resolve(__dirname, '../../..');

it('the provisions behind the areas are in the index that was read', () => {
  const index = readIndex();
  const unknown = Object.values(areaProvisions)
    .flatMap(({ provisions }) => provisions)
    .filter(({ act, ref }) => !index.has(`${act} ${ref}`));
  expect(unknown).toEqual([]);
});

/** The provisions of the index, without what they say. */
function readIndex(): Set<string> {
  const file = 'dora-compliance-backend-module-controls/provisions.yaml';
  let act = '';
  const found = new Set<string>();
  for (const line of readFileSync(path.join(plugins, file), 'utf8').split(
    '\n',
  )) {
    act = /^(\S+):/.exec(line)?.[1] ?? act;
    const [, ref] = /^ {2}'?([^\s:']+)'?:/.exec(line) ?? [];
    if (ref) {
      found.add(`${act} ${ref}`);
    }
  }
  return found;
}

/** Who may name the article: the page about it, and what leads the search there. */
const ALLOWED = /\/lens\/|\/createLensDocument\.ts$|\.test\.tsx?$|README\.md$/;
const SHOWN = /\.(tsx?|yaml)$/;

it('nothing else that is shown names the article without its act', () => {
  const files = readdirSync(plugins, { recursive: true, encoding: 'utf8' })
    .filter(file => !/node_modules|\/dist/.test(file))
    .filter(file => SHOWN.test(file) && !ALLOWED.test(file));
  const naming = files.filter(file =>
    /Arti(cle|kel) 21\b|DORA Art\.? 21\b/.test(
      readFileSync(path.join(plugins, file), 'utf8'),
    ),
  );
  expect(files.length).toBeGreaterThan(500);
  expect(naming).toEqual([]);
});
