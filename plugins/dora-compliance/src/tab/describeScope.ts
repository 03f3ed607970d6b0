import type {
  Control,
  IctAsset,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Translate } from '../translation/useTranslation';

type Filter = Control['appliesTo'];
type Value = Filter[string];

/** The kind and type of an asset, by which controls select assets. */
export function describeAsset(
  { kind, type }: Pick<IctAsset, 'kind' | 'type'>,
  t: Translate,
): string {
  return type
    ? t('compliance.thisAsset', { kind, type })
    : t('compliance.thisAssetUntyped', { kind });
}

/** The assets that a control applies to, as a condition. */
export function describeScope(filter: Filter, t: Translate): string {
  const conditions = Object.entries(filter).map(([key, value]) =>
    describeCondition(key, value, t),
  );
  return t('compliance.scope.all', { conditions });
}

function describeCondition(key: string, value: Value, t: Translate): string {
  const conditions = () =>
    (Array.isArray(value) ? (value as Filter[]) : []).map(filter =>
      describeScope(filter, t),
    );
  switch (key) {
    case '$all':
      return t('compliance.scope.all', { conditions: conditions() });
    case '$any':
      return t('compliance.scope.any', { conditions: conditions() });
    case '$not':
      return describeNegation(value as Filter, t);
    default:
      return describeField(key, value, t);
  }
}

function describeField(field: string, value: Value, t: Translate): string {
  const values = listValues(value);
  if (values) {
    return t('compliance.scope.is', { field, values });
  }
  const exists = readExists(value);
  if (exists !== undefined) {
    return exists
      ? t('compliance.scope.isSet', { field })
      : t('compliance.scope.isNotSet', { field });
  }
  return t('compliance.scope.matches', {
    field,
    pattern: JSON.stringify(value),
  });
}

/** A single field reads better as `is not` than as the opposite of all. */
function describeNegation(filter: Filter, t: Translate): string {
  const [[field, value] = [], ...others] = Object.entries(filter);
  const isSimple = others.length === 0 && field && !field.startsWith('$');
  const values = isSimple ? listValues(value) : undefined;
  return field && values
    ? t('compliance.scope.isNot', { field, values })
    : t('compliance.scope.not', { condition: describeScope(filter, t) });
}

/** The values of which a field must have one; undefined for other conditions. */
function listValues(value: Value | undefined): string[] | undefined {
  if (typeof value !== 'object' || value === null) {
    return [String(value)];
  }
  return '$in' in value && Array.isArray(value.$in)
    ? value.$in.map(String)
    : undefined;
}

function readExists(value: Value): boolean | undefined {
  return typeof value === 'object' && value !== null && '$exists' in value
    ? Boolean(value.$exists)
    : undefined;
}
