import type { None } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { createReasons } from '../../registry/createReasons';

/**
 * Why the record of an asset is, or is not, complete and usable.
 */
export type AssetRecordReasons = {
  'pipelines-inventoried': { days: number };
  /** The first few names, separated by line feeds. */
  'pipelines-not-inventoried': { names: string; count: number; days: number };
  'record-complete': None;
  /** Names of fields, separated by commas. */
  'record-incomplete': { fields: string };
  /** Also has the parameters of the rule. */
  'record-unusable': {
    field: string;
    value: string;
    rule: string;
    /** Further values that can't be used. */
    more: number;
  };
  'record-usable': None;
};

export const reason = createReasons<AssetRecordReasons>();
