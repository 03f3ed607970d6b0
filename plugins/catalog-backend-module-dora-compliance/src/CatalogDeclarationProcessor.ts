import { ENTITY_STATUS_CATALOG_PROCESSING_TYPE } from '@backstage/catalog-client';
import { type Entity, parseEntityRef } from '@backstage/catalog-model';
import type {
  AlphaEntity,
  EntityStatusItem,
} from '@backstage/catalog-model/alpha';
import {
  type CatalogProcessor,
  type CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  explainProblem,
  INVENTORY_KINDS,
  nodeFromEntity,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { findProblems } from './findProblems';
import { relationsOfLink } from './relations';

/**
 * Checks what entities declare for DORA compliance, and turns it into
 * relations. A wrong value is shown as an error of the entity, and the entity
 * stays: thrown or emitted errors would keep it out of the catalog, and an
 * asset that is missing is worse than one with an error.
 */
export class CatalogDeclarationProcessor implements CatalogProcessor {
  getProcessorName() {
    return 'CatalogDoraDeclarationProcessor';
  }

  async postProcessEntity(
    entity: AlphaEntity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<AlphaEntity> {
    if (!INVENTORY_KINDS.includes(entity.kind.toLowerCase())) {
      return entity;
    }
    emitRelations(entity, emit);
    const items = findProblems(entity).map(explainProblem).map(statusItem);
    return items.length > 0
      ? {
          ...entity,
          status: {
            ...entity.status,
            items: [...(entity.status?.items ?? []), ...items],
          },
        }
      : entity;
  }
}

function emitRelations(entity: Entity, emit: CatalogProcessorEmit) {
  for (const { from, to, relation } of nodeFromEntity(entity)?.links ?? []) {
    const named = relationsOfLink[relation];
    if (named) {
      const source = parseEntityRef(from);
      const target = parseEntityRef(to);
      const { forward, back } = named;
      emit(processingResult.relation({ source, target, type: forward }));
      emit(
        processingResult.relation({
          source: target,
          target: source,
          type: back,
        }),
      );
    }
  }
}

function statusItem(message: string): EntityStatusItem {
  return {
    type: ENTITY_STATUS_CATALOG_PROCESSING_TYPE,
    level: 'error',
    message,
    error: { name: 'InputError', message },
  };
}
