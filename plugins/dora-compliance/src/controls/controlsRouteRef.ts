import { createRouteRef } from '@backstage/core-plugin-api';

/** Where the page "Controls" is mounted; a control is at its id below it. */
export const controlsRouteRef = createRouteRef({
  id: 'dora-compliance.controls',
});
