/**
 * The sockets: ports, extension points and contract suites for modules of
 * DORA compliance for Backstage.
 *
 * @packageDocumentation
 */
export * from './backfill';
export * from './collect';
export * from './configuration';
export * from './controls';
export * from './http';
export * from './operations';
export * from './permissions';
export * from './source';
export * from './systems';
