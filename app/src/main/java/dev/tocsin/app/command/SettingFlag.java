package dev.tocsin.app.command;

import dev.tocsin.app.config.ConfigurationReader;

/** A flag that stands over a setting of the configuration file. */
interface SettingFlag {
    /** Sets what was given; nothing, if the flag was not. */
    void set(ConfigurationReader reader);
}
