"""Where a user's files lie: as platformdirs says it, which the start does without on Linux."""

import platformdirs
import pytest

from app import home


@pytest.mark.parametrize("own", ["/home/example", "", "relative"])
@pytest.mark.parametrize("value", [None, "", "  ", "/srv/example", " /srv/example ", "relative"])
def test_the_usual_folders_are_those_of_platformdirs(
    monkeypatch: pytest.MonkeyPatch, value: str | None, own: str
) -> None:
    monkeypatch.setenv("HOME", own)
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        if value is None:
            monkeypatch.delenv(variable, raising=False)
        else:
            monkeypatch.setenv(variable, value)
    assert home.data_folder() == platformdirs.user_data_path("dictamen", appauthor=False)
    assert home.settings_folder() == platformdirs.user_config_path("dictamen", appauthor=False)
