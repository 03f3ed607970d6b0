// Before everything that asks how wide the screen is.
import { narrow, wide } from '../__testUtils__/screenWidth';
import { registerMswTestHooks } from '@backstage/frontend-test-utils';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { fault } from '../__testUtils__/fault';
import { ledgerUrl } from '../__testUtils__/ledgerViews';
import { graph } from '../__testUtils__/recordViews';
import { renderForLedger } from '../__testUtils__/renderForLedger';
import { DependenciesTab } from './DependenciesTab';

const server = setupServer();
registerMswTestHooks(server);

describe('DependenciesTab', () => {
  afterEach(wide);

  it('has a box for everything, that says how critical it is and leads there', async () => {
    server.use(http.get(`${ledgerUrl}/graph`, () => HttpResponse.json(graph)));
    renderForLedger(<DependenciesTab />);
    const boxes = await screen.findAllByRole('link');
    expect(
      boxes.map(link => [
        link.querySelector('title')?.textContent,
        link.getAttribute('href'),
      ]),
    ).toEqual([
      [
        'Transfers, Business function, Critical or important',
        '/catalog/default/resource/transfers',
      ],
      [
        'ledger, service, Critical or important',
        '/catalog/default/component/ledger',
      ],
      ['deploy, ci-pipeline, Unclassified', '/catalog/default/resource/deploy'],
    ]);
    expect(screen.getByText('service (this asset)')).toBeInTheDocument();
    expect(screen.getByText('The graph is incomplete')).toBeInTheDocument();
  });

  it('starts in a size that can be read, zooms, and fits to the page', async () => {
    server.use(http.get(`${ledgerUrl}/graph`, () => HttpResponse.json(graph)));
    renderForLedger(<DependenciesTab />);
    const drawing = await screen.findByRole('group', {
      name: 'Dependency graph',
    });
    const scale = () => drawing.style.getPropertyValue('--scale');
    const button = (name: string) => screen.getByRole('button', { name });
    expect(scale()).toBe('1');
    await userEvent.click(button('Zoom in'));
    expect(scale()).toBe('1.5');
    await userEvent.click(button('Fit to width'));
    expect(scale()).toBe('fit');
    expect(drawing).toHaveClass('fitted');
    expect(button('Fit to width')).toBeDisabled();
    expect(button('Zoom out')).toBeDisabled();
    await userEvent.click(button('Zoom in'));
    expect(scale()).toBe('1');
    expect(drawing).toHaveClass('graph');
  });

  it('marks the edges beyond which there is more, until they are reached', async () => {
    const sizes = {
      scrollWidth: 900,
      clientWidth: 400,
      scrollHeight: 300,
      clientHeight: 300,
    };
    const spies = Object.entries(sizes).map(([name, size]) =>
      jest
        .spyOn(Element.prototype, name as keyof typeof sizes, 'get')
        .mockReturnValue(size),
    );
    server.use(http.get(`${ledgerUrl}/graph`, () => HttpResponse.json(graph)));
    renderForLedger(<DependenciesTab />);
    const drawing = await screen.findByRole('group', {
      name: 'Dependency graph',
    });
    const box = drawing.parentElement!;
    const edges = () =>
      [...box.parentElement!.querySelectorAll('[data-edge]')].map(edge =>
        edge.getAttribute('data-edge'),
      );
    const scrollTo = (left: number) => {
      box.scrollLeft = left;
      box.scrollTop = 0;
      fireEvent.scroll(box);
    };
    scrollTo(0);
    expect(edges()).toEqual(['right']);
    scrollTo(250);
    expect(edges()).toEqual(['left', 'right']);
    scrollTo(500);
    expect(edges()).toEqual(['left']);
    spies.forEach(spy => spy.mockRestore());
  });

  it('is a list on a phone: what uses the asset, and what it uses', async () => {
    narrow();
    server.use(http.get(`${ledgerUrl}/graph`, () => HttpResponse.json(graph)));
    renderForLedger(<DependenciesTab />);
    const listed = async (name: string) =>
      within(await screen.findByRole('list', { name }))
        .getAllByRole('listitem')
        .map(item => item.textContent);
    expect(await listed('Used by')).toEqual([
      'TransfersBusiness functionCritical or importantis supported by ledger',
    ]);
    expect(await listed('This asset')).toEqual([
      'ledgerserviceCritical or importantis deployed by, depends on deploy',
    ]);
    expect(await listed('Uses')).toEqual(['deployci-pipelineUnclassified']);
    expect(screen.queryByRole('group', { name: /graph/ })).toBeNull();

    await userEvent.click(
      screen.getByRole('button', { name: 'Show as graph' }),
    );
    expect(screen.getByRole('group', { name: /graph/ })).toBeInTheDocument();
  });

  it('says that nothing is linked to an asset that stands alone', async () => {
    server.use(
      http.get(`${ledgerUrl}/graph`, () =>
        HttpResponse.json({
          nodes: graph.nodes.slice(1, 2),
          links: [],
          cut: false,
        }),
      ),
    );
    renderForLedger(<DependenciesTab />);
    expect(
      await screen.findByText(/^This asset has no links.*spec\.dependsOn/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /How to describe ICT assets/ }),
    ).toBeInTheDocument();
    // A graph of one box, and ways to zoom it, would tell nothing.
    expect(screen.queryByRole('group', { name: /graph/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Zoom in' })).toBeNull();
    expect(screen.queryByText(/incomplete/)).not.toBeInTheDocument();
  });

  it('says that the asset is not in the inventory', async () => {
    server.use(http.get(`${ledgerUrl}/graph`, () => fault('asset-unknown')));
    renderForLedger(<DependenciesTab />);
    expect(await screen.findByText('Not in the inventory')).toBeInTheDocument();
  });
});
