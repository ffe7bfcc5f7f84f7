package io.github.mcdunet.folder;

import io.github.mcdunet.McdUnetException;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * How files are named: tells from a file's name which image and channel it holds. {@code {sample}}
 * and {@code {channel}} stand for those parts, {@code *} for any text; without {@code {sample}} the
 * first {@code *} is the image. So {@code *_{sample}_w{channel}_*.tif} finds image A01, channel 1
 * in "plate_A01_w1_x.tif". Upper and lower case are the same. What begins with {@code regex:} is a
 * Java regular expression with a named group "sample" and, if there are channels, "channel".
 */
public final class FilePattern {

	/** Images of BBBC010, the C. elegans live/dead set: one file per well and channel. */
	public static final FilePattern BBBC010_IMAGES = parse("*_{sample}_w{channel}_*.tif");

	/** Masks of BBBC010: one file per well. */
	public static final FilePattern BBBC010_MASKS = parse("{sample}_binary.png");

	private static final String REGEX = "regex:";

	private final String text;
	private final Pattern regex;
	private final boolean channels;

	private FilePattern(final String text, final Pattern regex, final boolean channels) {
		this.text = text;
		this.regex = regex;
		this.channels = channels;
	}

	/** @throws McdUnetException if the pattern cannot be understood */
	public static FilePattern parse(final String text) {
		final String trimmed = text.trim();
		final boolean raw = trimmed.startsWith(REGEX);
		final String named = raw || trimmed.contains("{sample}") ? trimmed
			: trimmed.replaceFirst("\\*", "{sample}");
		final String expression = raw ? trimmed.substring(REGEX.length()) : translate(named);
		if (!expression.contains("(?<sample>"))
			throw new McdUnetException("The file name pattern '" + text
				+ "' does not say where the image's name stands. Put {sample} there, as in *_{sample}_mask.png.");
		try {
			return new FilePattern(trimmed,
				Pattern.compile(normal(expression), Pattern.CASE_INSENSITIVE),
				expression.contains("(?<channel>"));
		}
		catch (final PatternSyntaxException e) {
			throw new McdUnetException("The file name pattern '" + text + "' cannot be understood: "
				+ e.getDescription() + ". Each of {sample} and {channel} may stand in it once.", e);
		}
	}

	private static String translate(final String simple) {
		final StringBuilder expression = new StringBuilder();
		final Matcher parts = Pattern.compile("\\{sample\\}|\\{channel\\}|\\*|[^*{]+|\\{")
			.matcher(simple);
		while (parts.find()) {
			final String part = parts.group();
			if (part.equals("{sample}")) expression.append("(?<sample>.+?)");
			else if (part.equals("{channel}")) expression.append("(?<channel>.+?)");
			else if (part.equals("*")) expression.append(".*");
			else
				expression.append(Pattern.quote(part));
		}
		return expression.toString();
	}

	/** NB: some systems write an accented letter as two characters, others as one. */
	private static String normal(final String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFC);
	}

	/** The parts of a matching name. */
	Optional<Parts> match(final String fileName) {
		final Matcher m = regex.matcher(normal(fileName));
		return m.matches()
			? Optional.of(new Parts(m.group("sample"), channels ? m.group("channel") : ""))
			: Optional.empty();
	}

	@Override
	public String toString() {
		return text;
	}

	/**
	 * What a file's name says.
	 *
	 * @param image name of the image, which its mask shares
	 * @param channel empty if files hold all channels
	 */
	record Parts(String image, String channel) {
	}
}
