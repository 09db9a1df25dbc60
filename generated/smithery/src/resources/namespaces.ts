export * from './namespaces/index.ts';
