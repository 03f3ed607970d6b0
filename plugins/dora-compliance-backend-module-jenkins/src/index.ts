/**
 * Jenkins as a source of evidence for DORA compliance for Backstage.
 *
 * @packageDocumentation
 */
export {};
