/**
 * Schemas, types, operations and permissions of DORA compliance
 * for Backstage. Pure: no clock, no randomness, no I/O.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './asset';
export * from './assessment';
export * from './control';
export * from './errors';
export * from './evidence';
export * from './evidence-types';
export * from './names';
export * from './people';
export * from './permissions';
export * from './rules';
export * from './search';
export * from './silence';
export * from './time';
export * from './web';
