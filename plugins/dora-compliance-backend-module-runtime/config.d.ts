export interface Config {
  doraCompliance?: {
    /**
     * Evidence on what runs, from Kubernetes and Argo CD. Without `webhookTokens`,
     * the module is off and logs this.
     */
    runtime?: {
      /**
       * Tokens that senders send as `Authorization: Bearer <token>`. To rotate,
       * list the old and the new one. Default: none.
       * @deepVisibility secret
       */
      webhookTokens?: Array<
        | string
        | {
            /** The secret. */
            secret: string;
            /**
             * Patterns of what its deliveries may be about: entities, such as
             * `component:default/ledger`. A pattern also covers everything below
             * it. `*` matches anything except a slash, `**` matches anything.
             * Statements about anything else are refused. Default: no limit.
             */
            scope?: string[];
          }
      >;
      /**
       * Which environment a workload belongs to. The first rule that matches
       * counts. What no rule matches belongs to the environment of its namespace
       * if this is called prod or production, and to none otherwise. Default: none.
       */
      environments?: Array<{
        /** The environment, by the name that pipelines deploy to. */
        name: string;
        /**
         * Patterns of clusters: the header `x-runtime-cluster`, or the name or
         * the address of the destination of an application. Default: any.
         */
        clusters?: string[];
        /** Patterns of namespaces. Default: any. */
        namespaces?: string[];
      }>;
      /**
       * Names of production environments, in addition to prod and
       * production. Default: none.
       */
      productionEnvironments?: string[];
      /**
       * Labels or annotations whose value is the name of a component in the
       * catalog, the best first. Default: backstage.io/kubernetes-id and
       * app.kubernetes.io/name.
       */
      entityLabels?: string[];
      /**
       * Patterns of namespaces whose pods need not name a catalog entity.
       * Default: kube-*.
       */
      ignoredNamespaces?: string[];
    };
  };
}
