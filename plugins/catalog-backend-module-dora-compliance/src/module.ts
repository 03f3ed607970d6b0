import { createBackendModule } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  type CatalogProcessor,
  catalogProcessingExtensionPoint,
} from '@backstage/plugin-catalog-node';
import { ANNOTATION_REPOSITORY } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * Says at once, where the entity is shown, when the annotation that ties it
 * to a repository can't work.
 */
class CatalogRepositoryAnnotationProcessor implements CatalogProcessor {
  getProcessorName() {
    return 'CatalogRepositoryAnnotationProcessor';
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    const uri = entity.metadata.annotations?.[ANNOTATION_REPOSITORY];
    if (uri !== undefined && !/^https?:\/\/[^/]+\/.+/.test(uri)) {
      throw new Error(
        `The annotation ${ANNOTATION_REPOSITORY} must be the web address of a repository, such as https://github.com/org/name; it is "${uri}"`,
      );
    }
    return entity;
  }
}

/**
 * The catalog module of DORA compliance.
 *
 * @public
 */
export const catalogModuleDoraCompliance = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'dora-compliance',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
      },
      async init({ catalog }) {
        catalog.addProcessor(new CatalogRepositoryAnnotationProcessor());
      },
    });
  },
});
