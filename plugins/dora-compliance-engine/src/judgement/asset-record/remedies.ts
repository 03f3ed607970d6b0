import { byOwner } from '../../remedy/groups';
import type { RemediesFor } from '../../remedy/Remedy';
import type { AssetRecordReasons } from './reasons';

export const remedies: RemediesFor<
  AssetRecordReasons,
  'pipelines-inventoried' | 'record-complete' | 'record-usable'
> = {
  'pipelines-not-inventoried': {
    who: ['asset-owner', 'backstage-administrator'],
  },
  'record-incomplete': byOwner,
  'record-unusable': byOwner,
};
