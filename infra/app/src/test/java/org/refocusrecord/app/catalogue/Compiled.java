package org.refocusrecord.app.catalogue;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.util.Arrays;
import java.util.List;

/** The class files of a package and all below it, as they are on the class path. */
final class Compiled {

    private Compiled() {}

    static List<ClassModel> classesOf(String folder) {
        try {
            Resource[] found =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:" + folder + "/**/*.class");
            return Arrays.stream(found).map(Compiled::parsed).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassModel parsed(Resource file) {
        try {
            return ClassFile.of().parse(file.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
