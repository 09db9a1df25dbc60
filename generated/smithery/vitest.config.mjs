export default {
  test: {
    include: ['tests/**/*.test.ts'],
    // The mock server takes its time over the first request of a large specification.
    testTimeout: 30_000,
  },
};
