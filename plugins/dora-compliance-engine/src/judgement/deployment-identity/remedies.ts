import { byCatalog, bySource } from '../../remedy/groups';
import type { RemediesFor } from '../../remedy/Remedy';
import type { IdentityReasons } from './reasons';

export const remedies: RemediesFor<
  IdentityReasons,
  'deployed-by-machine' | 'deployed-by-person'
> = {
  'deployed-by-shared-account': {
    who: ['code-host-administrator', 'catalog-maintainer', 'risk-function'],
  },
  'deployed-by-unknown-account': byCatalog,
  'deployed-by-untold': bySource,
};
