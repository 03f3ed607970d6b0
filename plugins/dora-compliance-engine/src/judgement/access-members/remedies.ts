import { byCatalog } from '../../remedy/groups';
import type { RemediesFor } from '../../remedy/Remedy';
import type { MemberReasons } from './reasons';

export const remedies: RemediesFor<MemberReasons, 'access-accounts-known'> = {
  'access-account-ambiguous': byCatalog,
  'access-accounts-not-linked': byCatalog,
  'access-accounts-of-nobody': {
    who: ['code-host-administrator', 'catalog-maintainer'],
  },
};
