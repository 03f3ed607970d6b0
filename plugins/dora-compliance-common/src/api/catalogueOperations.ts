import { z } from 'zod';
import { controlReadPermission } from '../permissions/permissions';
import { ControlDescription } from './catalogueViews';
import { operation } from './Operation';
import { PolicyView } from './policyViews';
import { requestText } from './RequestText';
import { ControlView } from './views';

const none = z.object({});

/** Operations on the controls themselves. */
export const catalogueOperations = {
  listControls: operation({
    method: 'GET',
    path: '/controls',
    summary: 'The control catalogue',
    needs: controlReadPermission.name,
    params: none,
    query: none,
    answer: z.object({ items: z.array(ControlView) }),
  }),
  describeControl: operation({
    method: 'GET',
    path: '/controls/{controlId}',
    summary:
      'One control, with what its provisions say, and which sources can give what it reads',
    needs: controlReadPermission.name,
    params: z.object({ controlId: requestText(200).min(1) }),
    query: none,
    answer: ControlDescription,
  }),
  listPolicies: operation({
    method: 'GET',
    path: '/policies',
    summary:
      'The policies and standards of the organization, with the controls that enforce each clause',
    needs: controlReadPermission.name,
    params: none,
    query: none,
    answer: z.object({ items: z.array(PolicyView) }),
  }),
} as const;
