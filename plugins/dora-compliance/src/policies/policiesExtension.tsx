import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiFileListLine } from '@remixicon/react';
import { policiesRouteRef } from './policiesRouteRef';

/** The page for the new frontend system. */
export const policiesExtension = PageBlueprint.make({
  name: 'policies',
  params: {
    path: '/policies',
    title: 'Policies',
    icon: <RiFileListLine />,
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
