import {
  EntityRefText,
  fullEntityRef,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { configObject, text, textList } from '../configuration/configTypes';

/**
 * Which catalog entity a service of a monitoring or incident tool is.
 *
 * @public
 */
export type ServiceRule = {
  /** A pattern of the name or the id of the service. */
  readonly name: string;
  /** The full reference of the entity. */
  readonly entity: string;
  /** Where the service runs, by the name that pipelines deploy to. */
  readonly environment?: string | undefined;
};

/**
 * What an installation says about services and environments that alerts and
 * incidents name.
 *
 * @public
 */
export type OperationsScope = {
  /** The first rule that matches counts. */
  readonly services: readonly ServiceRule[];
  /** Names of environments that are production, besides the usual ones. */
  readonly productionEnvironments: readonly string[];
  /** Names of environments that are not production, whatever they are called. */
  readonly nonProductionEnvironments: readonly string[];
};

/** The full reference of what somebody wrote as an entity. */
const EntityText = text()
  .refine(
    value => EntityRefText.safeParse(value).success,
    'must be an entity, such as component:default/ledger',
  )
  .transform(value => fullEntityRef(value, 'component', 'default'));

/**
 * The keys of `OperationsScope` in the configuration of a source.
 *
 * @public
 */
export const operationsKeys = {
  services: z
    .array(
      configObject({
        name: text(),
        entity: EntityText,
        environment: text().optional(),
      }),
    )
    .default([]),
  productionEnvironments: textList(),
  nonProductionEnvironments: textList(),
};
