import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiShieldKeyholeLine } from '@remixicon/react';
import { controlsRouteRef } from './controlsRouteRef';

/** The page for the new frontend system. */
export const controlsExtension = PageBlueprint.make({
  name: 'controls',
  params: {
    path: '/controls',
    title: 'Controls',
    icon: <RiShieldKeyholeLine />,
    routeRef: controlsRouteRef,
    loader: async () => {
      const { ControlsContent } = await import('./ControlsContent');
      const { PageMain } = await import('../page/PageMain');
      return (
        <PageMain page="controls">
          <ControlsContent />
        </PageMain>
      );
    },
  },
});
