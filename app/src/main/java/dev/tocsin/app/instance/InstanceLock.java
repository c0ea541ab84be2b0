package dev.tocsin.app.instance;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Held by the one process that uses a data folder. The operating system lets go of it when the
 * process dies, however it dies.
 */
public final class InstanceLock implements AutoCloseable {
    private final DataFolder folder;
    private final FileChannel channel;

    private InstanceLock(DataFolder folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** The lock, or empty while another process has it. */
    public static Optional<InstanceLock> tryTake(DataFolder folder) {
        try {
            FileChannel channel =
                    FileChannel.open(
                            folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            Files.deleteIfExists(folder.running());
            return Optional.of(new InstanceLock(folder, channel));
        } catch (IOException e) {
            throw new DataFolderException(
                    "the lock of data folder %s cannot be used: %s".formatted(folder.root(), e));
        }
    }

    /**
     * The lock.
     *
     * @throws DataFolderException if another process has it, naming that process
     */
    public static InstanceLock take(DataFolder folder) {
        return tryTake(folder).orElseThrow(() -> new DataFolderException(inUse(folder)));
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String inUse(DataFolder folder) {
        String who =
                RunningInstance.find(folder)
                        .map(running ->
                                " by process " + running.pid() + " (" + running.page() + ")")
                        .orElse("");
        return "the data folder %s is in use%s: stop that one, or choose another folder with --data"
                .formatted(folder.root(), who);
    }

    /** Tells other commands how to reach this process. */
    public void announce(RunningInstance running) {
        running.write(folder);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder.running());
            channel.close();
        } catch (IOException e) {
            throw new DataFolderException(
                    "the lock of data folder %s cannot be given back: %s"
                            .formatted(folder.root(), e));
        }
    }
}
