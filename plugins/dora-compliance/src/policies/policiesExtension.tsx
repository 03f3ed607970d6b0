import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiBook2Line } from '@remixicon/react';
import { policiesRouteRef } from './policiesRouteRef';

/** The page for the new frontend system. */
export const policiesExtension = PageBlueprint.make({
  name: 'policies',
  params: {
    path: '/policies',
    title: 'Policies',
    icon: <RiBook2Line />,
    routeRef: policiesRouteRef,
    loader: async () => {
      const { PoliciesContent } = await import('./PoliciesContent');
      const { PageMain } = await import('../page/PageMain');
      return (
        <PageMain page="policies">
          <PoliciesContent />
        </PageMain>
      );
    },
  },
});
