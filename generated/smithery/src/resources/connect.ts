export * from './connect/index.ts';
