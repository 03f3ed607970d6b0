import {
  dropAt,
  type Json,
  listKeys,
  type Mutant,
  type Place,
  putAt,
  readAt,
} from './tree';

/**
 * Filters of assets that each differ in one way: a condition or an element of a list is
 * gone, a negation is gone, or a value is another one.
 */
export function listFilterMutants(control: Json, place: Place): Mutant[] {
  const filter = readAt(control, place);
  if (Array.isArray(filter)) {
    return listKeys(control, place).flatMap(key => [
      ...dropAt(control, [...place, key]),
      ...(typeof filter[Number(key)] === 'object'
        ? listFilterMutants(control, [...place, key])
        : []),
    ]);
  }
  if (typeof filter === 'object' && filter !== null) {
    return listKeys(control, place).flatMap(key => [
      ...(key === '$not' ? [putAt(control, place, filter.$not!)] : []),
      ...listFilterMutants(control, [...place, key]),
    ]);
  }
  return [
    putAt(control, place, typeof filter === 'boolean' ? !filter : 'other'),
  ];
}
