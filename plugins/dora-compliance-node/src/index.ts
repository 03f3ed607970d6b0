/**
 * The sockets: ports, extension points and contract suites for modules of
 * DORA compliance for Backstage.
 *
 * @packageDocumentation
 */
export * from './collect';
export * from './configuration';
export * from './controls';
export * from './source';
