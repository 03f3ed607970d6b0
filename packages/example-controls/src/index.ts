/**
 * Controls of an organization of its own: four YAML files, one of them with a
 * judgement.
 *
 * @packageDocumentation
 */
export { bankControlsModule as default } from './module';
