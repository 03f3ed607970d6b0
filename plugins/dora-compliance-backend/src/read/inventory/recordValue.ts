import type {
  IctAsset,
  RecordField,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { RecordWords } from '@ict-assurance/backstage-plugin-dora-compliance-engine';

/** What the value of a field is described by. */
type Described = {
  asset: IctAsset;
  /** Titles of the functions it supports. */
  functions: readonly string[];
  /** How many other assets it is linked to. */
  links: number;
};

/**
 * The value of one of the nine fields in words, or undefined if the record
 * lacks it.
 */
export function recordValue(
  field: RecordField,
  { asset, functions, links }: Described,
  { values, noneDeclared }: RecordWords,
): string | undefined {
  const { declared } = asset;
  const { classification, continuity, exposure, support } = declared;
  switch (field) {
    case 'id':
      return asset.id;
    case 'location':
      return declared.location;
    case 'classification':
      return classification && values.classification(classification);
    case 'owner':
      return asset.ownerRef;
    case 'functions':
      if (functions.length > 0) {
        return values.functions({ titles: functions });
      }
      return declared.functions?.length === 0 ? noneDeclared : undefined;
    case 'continuity':
      return continuity && values.continuity(continuity);
    case 'exposure':
      return exposure && values.exposure(exposure);
    case 'links':
      if (links > 0) {
        return values.links({ count: links });
      }
      return declared.standalone && noneDeclared;
    default:
      return support && values.support(support);
  }
}
