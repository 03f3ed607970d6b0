import type {
  IctAsset,
  RecordField,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** What the value of a field is put into words from. */
type Described = {
  asset: IctAsset;
  /** Titles of the functions it supports. */
  functions: readonly string[];
  /** How many other assets it is linked to. */
  links: number;
};

/**
 * The value of one of the nine fields in words, or undefined when the record
 * lacks it.
 */
export function recordValue(
  field: RecordField,
  { asset, functions, links }: Described,
): string | undefined {
  const { declared } = asset;
  switch (field) {
    case 'id':
      return asset.id;
    case 'location':
      return declared.location;
    case 'classification':
      return classification(declared);
    case 'owner':
      return asset.ownerRef;
    case 'functions':
      if (functions.length > 0) {
        return functions.join(', ');
      }
      return declared.functions?.length === 0 ? 'None, as declared' : undefined;
    case 'continuity':
      return (
        declared.continuity &&
        `RTO ${declared.continuity.rto}, RPO ${declared.continuity.rpo}`
      );
    case 'exposure':
      return exposure(declared);
    case 'links':
      if (links > 0) {
        return links === 1 ? '1 link' : `${links} links`;
      }
      return declared.standalone && 'None, as declared';
    default:
      return support(declared);
  }
}

function classification({ classification: of }: IctAsset['declared']) {
  if (!of) {
    return undefined;
  }
  const ratings = [
    of.confidentiality && `confidentiality ${of.confidentiality}`,
    of.integrity && `integrity ${of.integrity}`,
    of.availability && `availability ${of.availability}`,
  ].filter(Boolean);
  return [of.criticality.replaceAll('-', ' '), ...ratings].join('; ');
}

function exposure({ exposure: of }: IctAsset['declared']) {
  const words = {
    internet: 'Reachable from the internet',
    indirect: 'Indirect',
    none: 'None',
  };
  return of && [words[of.level], of.reason].filter(Boolean).join(': ');
}

function support({ support: of }: IctAsset['declared']) {
  if (!of) {
    return undefined;
  }
  const ends = [
    of.regularEnd && `regular until ${of.regularEnd}`,
    of.extendedEnd && `extended until ${of.extendedEnd}`,
    of.customEnd && `custom until ${of.customEnd}`,
    of.notApplicable && `not applicable: ${of.notApplicable}`,
  ].filter(Boolean);
  return ends.join(', ');
}
