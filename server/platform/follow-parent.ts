/**
 * Loaded into the launcher's processes before their own code (`node --import`): when the launcher is gone, even by
 * kill -9, the channel to it closes; then the process ends in the orderly way of SIGTERM, and in ten seconds at most.
 */
process.channel?.unref();
process.once('disconnect', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  process.kill(process.pid, 'SIGTERM');
});
