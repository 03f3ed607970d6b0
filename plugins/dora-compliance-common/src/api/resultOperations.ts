import { z } from 'zod';
import { ControlStatus } from '../assessment/ControlStatus';
import {
  assetExportPermission,
  inventoryReadPermission,
} from '../permissions/permissions';
import { operation } from './Operation';
import { PageQuery } from './Page';
import { requestText } from './RequestText';
import { MemberKind, ResultsView } from './resultViews';
import { severalTexts } from './severalTexts';
import { Scope } from './scorecardOperations';

const Asked = Scope.extend({
  /** Ids of controls; all by default. */
  control: severalTexts
    .pipe(z.array(requestText(200)).min(1, 'must name a control'))
    .optional(),
  /** `not-satisfied` and `not-assessed` by default. */
  status: severalTexts.pipe(z.array(ControlStatus)).optional(),
  /**
   * Only results with an open member of this kind, such as `interval`. Results that are
   * not assessed and have no members are listed, too.
   */
  member: MemberKind.optional(),
});

/** Operations on the results of controls across assets. */
export const resultOperations = {
  listResults: operation({
    method: 'GET',
    path: '/results',
    summary:
      'Results of controls for the organization or a part of it, with their members, the greatest risk first',
    needs: inventoryReadPermission.name,
    params: z.object({}),
    query: PageQuery.extend(Asked.shape),
    answer: ResultsView,
  }),
  exportResults: operation({
    method: 'GET',
    path: '/results/export',
    summary: 'The same as CSV, a line for each member',
    needs: inventoryReadPermission.name,
    alsoNeeds: assetExportPermission.name,
    params: z.object({}),
    query: Asked,
    answer: z.instanceof(Uint8Array),
    raw: 'text/csv',
  }),
} as const;
