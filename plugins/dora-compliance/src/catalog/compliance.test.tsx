import type { Entity } from '@backstage/catalog-model';
import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { failure } from '../__testUtils__/fault';
import { ledgerItem } from '../__testUtils__/inventoryViews';
import { backendUrl } from '../__testUtils__/ledgerViews';
import { renderForLedger } from '../__testUtils__/renderForLedger';
import { createComplianceColumn } from './createComplianceColumn';
import { ScoreBatches } from './ScoreBatches';

const server = setupServer();
registerMswTestHooks(server);

const url = `${backendUrl}/api/dora-compliance/scores`;
const { score } = ledgerItem;

const entity = (name: string, kind = 'Component'): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name },
  spec: { type: 'service' },
});

/** Renders the cells of a table. */
function renderCells(...entities: Entity[]) {
  const { render: cell } = createComplianceColumn();
  return renderForLedger(
    <ul>
      {entities.map(one => (
        <li key={one.metadata.name}>
          {cell!({ entity: one }, 'row') as JSX.Element}
        </li>
      ))}
    </ul>,
  );
}

describe('the compliance in the catalog', () => {
  it('is asked for with one request for all assets that are shown', async () => {
    const asked: (string | null)[] = [];
    server.use(
      http.get(url, ({ request }) => {
        asked.push(new URL(request.url).searchParams.get('ref'));
        return HttpResponse.json({
          items: [
            { entityRef: 'component:default/a', score },
            { entityRef: 'component:default/b' },
          ],
        });
      }),
    );
    renderCells(entity('a'), entity('b'), entity('c'), entity('d', 'API'));
    expect(await screen.findByText('Not satisfied')).toBeVisible();
    const cells = screen.getAllByRole('listitem');
    expect(cells[1]).toHaveTextContent('Not scored yet');
    expect(cells[2]).toHaveTextContent(/^$/);
    expect(cells[3]).toHaveTextContent(/^$/);
    expect(asked).toEqual([
      'component:default/a,component:default/b,component:default/c',
    ]);
  });

  it('says that it could not be loaded', async () => {
    server.use(
      http.get(url, () =>
        failure(500, { name: 'Error', message: 'The disk is full' }),
      ),
    );
    renderCells(entity('a'));
    expect(await screen.findByText('Could not be loaded')).toBeVisible();
    expect(screen.getByTitle(/The disk is full/)).toBeVisible();
  });
});

describe('scores of many rows', () => {
  const createBatches = (fail = false) => {
    const asked: number[] = [];
    const scores = new ScoreBatches({
      async listScores(refs) {
        asked.push(refs.length);
        if (fail) {
          throw new Error('no');
        }
        return { items: refs.map(entityRef => ({ entityRef })) };
      },
    });
    return { asked, scores };
  };

  it('take one request for each hundred, and less for long names', async () => {
    const { asked, scores } = createBatches();
    await Promise.all(
      Array.from({ length: 130 }, (_, n) => scores.load(`component:a/${n}`)),
    );
    expect(asked).toEqual([100, 30]);
    await Promise.all(
      Array.from({ length: 30 }, (_, n) => scores.load(`${n}`.padEnd(500))),
    );
    expect(asked).toEqual([100, 30, 12, 12, 6]);
  });

  it('are used again for a while, and asked for again after a failure', async () => {
    const { asked, scores } = createBatches();
    await scores.load('a', 0);
    await scores.load('a', 29_000);
    expect(asked).toEqual([1]);
    await scores.load('a', 31_000);
    expect(asked).toEqual([1, 1]);
    const failing = createBatches(true);
    await expect(failing.scores.load('a', 0)).rejects.toThrow('no');
    await expect(failing.scores.load('a', 0)).rejects.toThrow('no');
    expect(failing.asked).toEqual([1, 1]);
  });
});
