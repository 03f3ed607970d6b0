import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { BecausePath } from './BecausePath';

it('reads from the function down, each step a link to its page', async () => {
  await renderInTestApp(
    <BecausePath
      steps={[
        { entityRef: 'resource:default/payments', title: 'Payments' },
        {
          entityRef: 'system:core/ledgers',
          title: 'Ledgers',
          relation: 'supported-by',
        },
        {
          entityRef: 'component:default/ledger',
          title: 'ledger',
          relation: 'has-part',
        },
      ]}
    />,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
  expect(screen.getAllByRole('listitem').map(step => step.textContent)).toEqual(
    ['Payments', '→ is supported byLedgers', '→ containsledger'],
  );
  expect(
    screen.getAllByRole('link').map(link => link.getAttribute('href')),
  ).toEqual([
    '/catalog/default/resource/payments',
    '/catalog/core/system/ledgers',
    '/catalog/default/component/ledger',
  ]);
});
