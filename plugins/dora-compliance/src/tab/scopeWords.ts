import type {
  Control,
  IctAsset,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

type Filter = Control['appliesTo'];

const or = new Intl.ListFormat('en-US', { type: 'disjunction' });

/** What an asset is, as far as controls choose assets by it. */
export function assetWords({ kind, type }: Pick<IctAsset, 'kind' | 'type'>) {
  return type ? `a ${kind} of type ${type}` : `a ${kind} without a type`;
}

/** The assets that a control applies to, as a condition in words. */
export function scopeWords(filter: Filter): string {
  return Object.entries(filter)
    .map(([key, value]) => conditionWords(key, value))
    .join(' and ');
}

function conditionWords(key: string, value: Filter[string]): string {
  switch (key) {
    case '$all':
      return listOf(value).map(scopeWords).join(' and ');
    case '$any':
      return `(${listOf(value).map(scopeWords).join(', or ')})`;
    case '$not':
      return negated(value as Filter);
    default:
      return `${key} ${valueWords(value)}`;
  }
}

/** A single field reads better as `is not` than as the opposite of all. */
function negated(filter: Filter): string {
  const words = scopeWords(filter);
  const [key, ...others] = Object.keys(filter);
  const isSimple = others.length === 0 && !key?.startsWith('$');
  return isSimple && / is /.test(words)
    ? words.replace(' is ', ' is not ')
    : `not (${words})`;
}

function valueWords(value: Filter[string]): string {
  if (typeof value !== 'object' || value === null) {
    return `is ${String(value)}`;
  }
  if ('$in' in value && Array.isArray(value.$in)) {
    return `is ${or.format(value.$in.map(String))}`;
  }
  if ('$exists' in value) {
    return value.$exists ? 'is set' : 'is not set';
  }
  return `matches ${JSON.stringify(value)}`;
}

function listOf(value: Filter[string]): Filter[] {
  return Array.isArray(value) ? (value as Filter[]) : [];
}
